package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.brand.ClusterOptions;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.report.Measures;
import io.quartermaster.pipelines.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;

/**
 * The whole loop in one process: each stage is one job that reads and writes channels; a stage
 * begins when the one before it is over. Beside them the model is trained, tables are written whose
 * channels are complete, and the business is measured. What comes out depends on the input alone.
 */
public final class EmbeddedRun {

    private final RunRequest request;
    private final RunExchange exchange;
    private final Path output;
    private final Progress progress;
    private final LocalRuntime runtime;
    private final Meanwhile meanwhile = new Meanwhile();
    private final ResultWriter tables;
    private final Map<String, Long> written = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private RunDays days;
    private LineCounts lines;

    /**
     * Prepares a run.
     *
     * @param output folder that the results are written to
     * @param work folder for what is only needed meanwhile
     */
    EmbeddedRun(
            RunRequest request, RunExchange exchange, Path output, Path work, Progress progress) {
        this.request = request;
        this.exchange = new RememberedExchange(exchange);
        this.written.putAll(exchange.fed());
        this.output = output;
        this.progress = progress;
        this.tables = new ResultWriter(this.exchange, output, meanwhile);
        this.runtime = new LocalRuntime(request.parallelism(), request.options(), work);
        if (request.previous() != null) {
            runtime.configuration().set(ClusterOptions.PREVIOUS_RUN, request.previous().toString());
        }
        Jobs.check(runtime.configuration());
    }

    /** Carries out every stage, and writes tables, summary and report. */
    RunSummary carryOut() throws Exception {
        try (meanwhile) {
            Future<Measures> measures;
            try (runtime) {
                measures = carryOutJobs();
            }
            RunSummary summary = progress.stage("tables", "Writing result tables", this::tables);
            progress.stage("report", "Writing the report", () -> report(summary, measures));
            // Once more, now that the report's own seconds are known.
            summary.write(output, progress.secondsByStage());
            return summary;
        }
    }

    /** Hands on what is measured of the business beside the later ones. */
    private Future<Measures> carryOutJobs() throws Exception {
        clean();
        progress.stage("assumptions", "Looking at what history tells", this::assume);
        tables.begin(Channels.clean());
        progress.stage("words", "Learning to read customers' words", this::learnWords);
        stage("answers", "Reading messages and reviews");
        UntoldIndicators.tell(exchange, runtime.configuration()).ifPresent(notes::add);
        stage("demand", "Closing demand windows");
        Future<ModelTraining.Provided> training = beginTraining();
        Future<Measures> measures = meanwhile.begin(() -> Report.measures(output));
        stage("satisfaction", "Measuring satisfaction");
        stage("brand", "Judging brands");
        stage("clusters", "Clustering brands by Flink ML");
        use(Meanwhile.end(training));
        stage("forecast", "Forecasting");
        stage("replenishment", "Planning orders");
        takeStock();
        stage("risk", "Watching for risks");
        stage("recommendation", "Recommending");
        return measures;
    }

    private void clean() throws Exception {
        SelectedDays selected = SelectedDays.of(request.from(), request.to(), request.zone());
        JobExecutionResult result =
                stage("cleaning", "Cleaning", new WatchedExchange(exchange, selected));
        long in = result.<Long>getAccumulatorResult(RawRecordGate.COUNT);
        long clean = Channels.clean().stream().mapToLong(this::written).sum();
        Map<String, Long> byRule = new TreeMap<>();
        exchange.contents(Channels.QUARANTINE)
                .forEach(rejected -> byRule.merge(rejected.rule(), 1L, Long::sum));
        lines = new LineCounts(in, clean, byRule);
        progress.say(
                "  %,d lines: %,d clean, %,d quarantined"
                        .formatted(lines.in(), lines.clean(), lines.quarantined()));
        byRule.forEach((rule, count) -> progress.say("    %,9d  %s".formatted(count, rule)));
    }

    private long written(Channel<?> channel) {
        return written.getOrDefault(channel.name(), 0L);
    }

    /** Finds the run's days and fills in items and terms that history does not name. */
    private Void assume() throws IOException {
        List<OrderLine> orders = exchange.contents(Channels.ORDERS);
        days = days(orders);
        days.into(runtime.configuration());
        request.assumptions().into(runtime.configuration());
        AssumedCatalogue assumed = new AssumedCatalogue(request.assumptions());
        orders.forEach(assumed::sold);
        exchange.contents(Channels.ITEMS).forEach(assumed::knows);
        List<CatalogueItem> items = assumed.items();
        if (!items.isEmpty()) {
            exchange.add(Channels.ITEMS, items);
            written.merge(Channels.ITEMS.name(), (long) items.size(), Long::sum);
            notes.add(
                    "Items without a supplier or cost in this history: %,d. They come from the assumptions, and every row made from them says so."
                            .formatted(items.size()));
        }
        notes.addAll(SilentChannels.notes(written, request.assumptions()));
        progress.say(
                "  days %s to %s, tail from %s"
                        .formatted(days.first(), days.last(), days.tailStart()));
        return null;
    }

    /** Without receipts every sale would be short, which says nothing. */
    private void takeStock() throws Exception {
        KnownReceipts receipts = KnownReceipts.of(exchange);
        receipts.tell(runtime.configuration()).ifPresent(notes::add);
        if (receipts != KnownReceipts.NONE) {
            stage("inventory", "Taking stock");
        }
    }

    private Void learnWords() throws IOException {
        CustomersWords words =
                new CustomersWords(runtime.configuration(), output.resolve("words"), progress);
        notes.addAll(
                words.provide(
                        exchange.contents(Channels.FEEDBACK),
                        days.tailStart().atStartOfDay(request.zone()).toInstant()));
        return null;
    }

    private RunDays days(List<OrderLine> orders) throws IOException {
        return RunDays.of(
                        orders,
                        exchange.contents(Channels.BEHAVIOUR),
                        request.zone(),
                        request.tailDays())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The input holds no clean order.\nMaybe csv of another shape, or look at what was rejected: %s."
                                                .formatted(lines.quarantinedByRule())));
    }

    /** Stages that need no model run beside it. */
    private Future<ModelTraining.Provided> beginTraining() {
        Configuration known = new Configuration(runtime.configuration());
        return meanwhile.begin(
                () ->
                        progress.stage(
                                "training", "Training the forecasting model", () -> train(known)));
    }

    private ModelTraining.Provided train(Configuration known) throws IOException {
        return ModelTraining.provide(
                request.model(),
                known,
                exchange,
                days.tailStart(),
                output.resolve("model"),
                progress);
    }

    private void use(ModelTraining.Provided model) {
        runtime.configuration().addAll(model.options());
        if (!model.note().isEmpty()) {
            notes.add(model.note());
        }
    }

    private void stage(String job, String what) throws Exception {
        WatchedExchange watched = new WatchedExchange(exchange, SelectedDays.all());
        stage(job, what, watched);
        tables.begin(watched.written());
    }

    private JobExecutionResult stage(String job, String what, WatchedExchange watched)
            throws Exception {
        JobExecutionResult result =
                progress.stage(job, what, () -> runtime.run(Jobs.named(job), watched));
        written.putAll(watched.counts(result));
        exchange.seal(watched.written());
        return result;
    }

    private RunSummary tables() throws Exception {
        Map<String, Long> rows = tables.write();
        noteIfAny(rows, Channels.REJECTED_JUDGEMENTS, "judgements of experts did not count");
        noteIfAny(
                rows,
                Channels.REJECTED_PURCHASE_STEPS,
                "steps of orders to suppliers could not be taken");
        noteIfAny(rows, Channels.DEMAND_LATE, "clean events came too late for their day's demand");
        noteIfAny(
                rows,
                Channels.FORECAST_LATE,
                "corrections of demand came too late for the forecasts made of it");
        noteIfAny(rows, Channels.ERASED_LATE, "events came after their customers were forgotten");
        return RunSummary.of(request, days, lines, rows, exchange, notes)
                .with("topics", written)
                .with("accuracy", RunAccuracy.of(exchange))
                .with("engines", EnginesUsed.asMap());
    }

    private void noteIfAny(Map<String, Long> rows, Channel<Quarantined> channel, String what)
            throws IOException {
        long count = rows.get(channel.name());
        if (count > 0) {
            notes.add(
                    "Lines of csv/%s.csv: %,d. These %s, for example: %s"
                            .formatted(
                                    channel.name(),
                                    count,
                                    what,
                                    exchange.contents(channel).get(0).reason()));
        }
    }

    private Void report(RunSummary summary, Future<Measures> measures) throws Exception {
        summary.write(output, progress.secondsByStage());
        Report.write(output, Meanwhile.end(measures));
        return null;
    }
}
