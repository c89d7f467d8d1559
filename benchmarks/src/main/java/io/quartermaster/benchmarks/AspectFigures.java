package io.quartermaster.benchmarks;

import io.quartermaster.domain.text.Aspect;
import io.quartermaster.domain.text.AspectSentiment;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.GramSettings;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.Sentiment;
import io.quartermaster.domain.text.SentimentJudge;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well sentiment by aspect tells what is known from elsewhere. Models learn from two thirds of
 * the texts and are asked about the last, three times.
 */
final class AspectFigures {

    private static final int FOLDS = 3;
    private static final double LATE_ASKED = 0.75;
    private static final double SIGN_ASKED = 0.8;
    private static final double CLEAR = -0.5;

    /**
     * A text, whether it praises (null where that is not known), and whether its order was late.
     */
    private record Told(String text, Boolean praises, boolean late) {}

    /** What a text says of an aspect, and what is known. */
    private record Judged(double aspect, double overall, Told told) {}

    private AspectFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "olist-aspects",
                        "sentiment about delivery tells late orders from punctual ones: area under the curve at least 0.75, and above that of sentiment about quality",
                        "benchmarks/run olist-aspects",
                        AspectFigures::olist),
                new ProcessFigure(
                        "shopping-aspects",
                        "of reviews that speak of one aspect only, its sentiment has the sign of the review's label: at least 0.80",
                        "benchmarks/run shopping-aspects",
                        AspectFigures::shopping));
    }

    /** The truth is the order's: it came after the day promised. */
    private static Figure.Reached olist(Workshop workshop) throws IOException {
        List<Told> told = reviews(workshop.data("olist"));
        ClassifierSettings settings = ClassifierSettings.STANDARD.with(ClassifierMethod.LINEAR);
        Map<Aspect, List<Judged>> judged = judged(told, settings, false);
        List<Judged> delivery = judged.get(Aspect.DELIVERY);
        List<Judged> bad = delivery.stream().filter(one -> one.aspect <= CLEAR).toList();
        double area = area(delivery, true);
        double quality = area(judged.get(Aspect.QUALITY), true);
        return Figure.Reached.of(
                String.format(
                        Locale.ROOT,
                        "%.3f on %,d of %,d reviews with words; %.2f of %,d that blame it were late, %.2f of the others",
                        area,
                        delivery.size(),
                        told.size(),
                        late(bad),
                        bad.size(),
                        late(delivery.stream().filter(one -> one.aspect > CLEAR).toList())),
                String.format(
                        Locale.ROOT,
                        "sentiment overall on the same %.3f; about quality %.3f on %,d",
                        area(delivery, false),
                        quality,
                        judged.get(Aspect.QUALITY).size()),
                area >= LATE_ASKED && area > quality);
    }

    /** The truth is the label of the whole review, which speaks of nothing else. */
    private static Figure.Reached shopping(Workshop workshop) throws IOException {
        List<Told> told = new ArrayList<>();
        Path file = workshop.data("text/online_shopping_10_cats.csv.gz");
        try (CsvTable rows = CsvTable.open(file, "label", "review")) {
            while (rows.next()) {
                if (!rows.text("review").isBlank()) {
                    told.add(new Told(rows.text("review"), rows.text("label").equals("1"), false));
                }
            }
        }
        ClassifierSettings settings =
                ClassifierSettings.STANDARD
                        .with(ClassifierMethod.LINEAR)
                        .with(new GramSettings(1, 1, 3, 3));
        Map<Aspect, List<Judged>> judged = judged(told, settings, true);
        StringBuilder words = new StringBuilder();
        int right = 0;
        int all = 0;
        for (Aspect aspect : Aspect.values()) {
            List<Judged> some = judged.get(aspect);
            int fit = (int) some.stream().filter(AspectFigures::hasItsSign).count();
            words.append(
                    String.format(
                            Locale.ROOT,
                            ", %s %.3f of %,d",
                            aspect.label(),
                            (double) fit / some.size(),
                            some.size()));
            right += fit;
            all += some.size();
        }
        return Figure.Reached.of(
                String.format(Locale.ROOT, "%.3f of %,d", (double) right / all, all) + words,
                "",
                right >= SIGN_ASKED * all);
    }

    private static boolean hasItsSign(Judged one) {
        return (one.aspect > 0) == one.told.praises;
    }

    /**
     * By aspect: the texts that speak of it, judged by a model that has not seen them.
     *
     * @param alone whether of that one only
     */
    private static Map<Aspect, List<Judged>> judged(
            List<Told> told, ClassifierSettings settings, boolean alone) {
        Map<Aspect, List<Judged>> judged = new HashMap<>();
        for (Aspect aspect : Aspect.values()) {
            judged.put(aspect, new ArrayList<>());
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            SentimentJudge judge = learn(told, fold, settings);
            AspectSentiment sentiment = new AspectSentiment(judge);
            for (int i = fold; i < told.size(); i += FOLDS) {
                Told one = told.get(i);
                Map<Aspect, Double> scores = sentiment.of(one.text);
                if (scores.size() == 1 || !(alone || scores.isEmpty())) {
                    double overall = judge.judge(one.text).map(Sentiment::score).orElse(0.0);
                    scores.forEach(
                            (aspect, score) ->
                                    judged.get(aspect).add(new Judged(score, overall, one)));
                }
            }
        }
        return judged;
    }

    private static SentimentJudge learn(List<Told> told, int without, ClassifierSettings settings) {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (i % FOLDS != without && told.get(i).praises != null) {
                texts.add(told.get(i).text);
                labels.add(told.get(i).praises ? "positive" : "negative");
            }
        }
        return new SentimentJudge(
                new ClassifierTrainer(settings)
                        .train(new LabelledTexts(texts, labels))
                        .classifier());
    }

    private static double late(List<Judged> judged) {
        return judged.stream().mapToDouble(one -> one.told.late ? 1 : 0).average().orElseThrow();
    }

    /** Share of pairs of a late and a punctual order in which the late one scores lower. */
    private static double area(List<Judged> judged, boolean byAspect) {
        double won = 0;
        long pairs = 0;
        for (Judged late : judged) {
            for (Judged punctual : judged) {
                if (late.told.late && !punctual.told.late) {
                    int order =
                            byAspect
                                    ? Double.compare(late.aspect, punctual.aspect)
                                    : Double.compare(late.overall, punctual.overall);
                    won += order < 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    /**
     * Reviews with words of orders that arrived. The file holds more that went badly than there
     * were; the area under the curve does not depend on that.
     */
    private static List<Told> reviews(Path folder) throws IOException {
        Map<String, Boolean> late = new HashMap<>();
        Path orders = folder.resolve("orders.csv.gz");
        try (CsvTable rows = CsvTable.open(orders, "order_id", "order_estimated_delivery_date")) {
            while (rows.next()) {
                String arrived = rows.text("order_delivered_customer_date");
                String promised = rows.text("order_estimated_delivery_date");
                if (!arrived.isEmpty()) {
                    late.put(rows.text("order_id"), arrived.compareTo(promised) > 0);
                }
            }
        }
        List<Told> told = new ArrayList<>();
        Path reviews = folder.resolve("order_reviews.csv.gz");
        try (CsvTable rows = CsvTable.open(reviews, "order_id", "review_score")) {
            while (rows.next()) {
                String text =
                        (rows.text("review_comment_title")
                                        + ". "
                                        + rows.text("review_comment_message"))
                                .strip();
                Boolean wasLate = late.get(rows.text("order_id"));
                if (wasLate != null && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    told.add(new Told(text, praises(rows.number("review_score")), wasLate));
                }
            }
        }
        return told;
    }

    private static Boolean praises(double score) {
        return score == 3 ? null : Boolean.valueOf(score > 3);
    }
}
