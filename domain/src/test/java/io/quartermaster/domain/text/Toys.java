package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.List;

/** Small sets of texts that classifiers learn in milliseconds. */
final class Toys {

    private static final List<List<String>> WORDS =
            List.of(
                    List.of("parcel", "courier", "shipping", "arrive", "where"),
                    List.of("refund", "money", "charged", "invoice", "price"),
                    List.of("broken", "scratched", "defect", "torn", "quality"));
    private static final List<String> LABELS = List.of("delivery", "payment", "quality");

    private Toys() {}

    /** Texts of two words that only one label uses, ten of each label. */
    static LabelledTexts complaints() {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < LABELS.size(); label++) {
            List<String> words = WORDS.get(label);
            for (int i = 0; i < 10; i++) {
                String first = words.get(i % words.size());
                String second = words.get((i + 1 + i / words.size()) % words.size());
                texts.add("My " + first + " is " + second);
                labels.add(LABELS.get(label));
            }
        }
        return new LabelledTexts(texts, labels);
    }

    /** One label where one of two words stands, another where both or neither do. */
    static LabelledTexts eitherOr(int times) {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            texts.addAll(List.of("cup red", "cup tea", "cup red tea", "cup"));
            labels.addAll(List.of("one", "one", "other", "other"));
        }
        return new LabelledTexts(texts, labels);
    }

    static ClassifierSettings settings(ClassifierMethod method) {
        return ClassifierSettings.STANDARD
                .with(method)
                .with(new GramSettings(1, 1, 0, 1))
                .with(new NetworkSettings(16, 2, 40, 0.02, 0.1, 0.1, 4));
    }

    static TrainedClassifier trained(ClassifierMethod method) {
        return new ClassifierTrainer(settings(method)).train(complaints());
    }
}
