package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.Classification;
import io.quartermaster.pipelines.text.AnswerWriter;
import io.quartermaster.pipelines.text.MessageSource;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which label each message bears. */
@Command(
        name = "classify",
        description = {
            "Say which label each message bears, by a model that train classifier wrote.",
            "Writes id,label,confidence,problem; a message that cannot be judged has no label and its problem says why."
        })
final class ClassifyCommand implements Callable<Integer> {

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
    private Path model;

    @Option(names = "--json", description = "Write JSON Lines instead of CSV.")
    private boolean json;

    @Mixin private MessageInput messages;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ClassifierBundle bundle = ClassifierBundle.open(model);
        output.write(spec, out -> answer(bundle, out));
        return 0;
    }

    private void answer(ClassifierBundle bundle, Writer out) throws IOException {
        AnswerWriter answers = json ? AnswerWriter.json(out) : AnswerWriter.csv(out);
        messages.each(
                ClassifierBundle.SIZE,
                asked -> {
                    List<Classification> given =
                            bundle.classify(asked.stream().map(MessageSource.Asked::text).toList());
                    for (int i = 0; i < given.size(); i++) {
                        answers.write(asked.get(i).id(), given.get(i));
                    }
                });
        talk.progress()
                .say(
                        "Judged %,d messages; %,d could not be judged"
                                .formatted(answers.judged(), answers.notJudged()));
    }
}
