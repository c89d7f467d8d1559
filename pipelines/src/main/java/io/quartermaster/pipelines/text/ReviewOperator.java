package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.AspectSentiment;
import io.quartermaster.domain.text.JudgedReview;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.nio.file.Path;
import java.util.List;

/** Tells the sentiment of reviews by aspect, in bundles. */
final class ReviewOperator extends BundleOperator<Feedback, JudgedReview> {

    private static final long serialVersionUID = 1L;

    private final String folder;

    private transient AspectSentiment sentiment;

    /**
     * Judges by a model.
     *
     * @param folder of the model of sentiment
     */
    ReviewOperator(String folder) {
        super("reviews");
        this.folder = folder;
    }

    @Override
    protected void openModels() {
        sentiment = new AspectSentiment(ClassifierBundle.open(Path.of(folder)).sentimentJudge());
    }

    @Override
    protected List<JudgedReview> ask(List<Feedback> bundle) {
        return bundle.stream()
                .map(
                        review ->
                                new JudgedReview(
                                        review, AspectScores.of(sentiment.of(review.text()))))
                .toList();
    }
}
