package io.quartermaster.domain.text;

import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Texts and what people said that they are.
 *
 * @param texts one or more
 * @param labels one per text, not blank
 */
public record LabelledTexts(List<String> texts, List<String> labels) {

    public LabelledTexts {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        if (texts.isEmpty() || texts.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "The texts (%d) and labels (%d) must be as many, and one or more.\nMaybe the file was cut."
                            .formatted(texts.size(), labels.size()));
        }
    }

    public int size() {
        return texts.size();
    }

    /** Every label once, in alphabetical order. */
    public List<String> labelNames() {
        return List.copyOf(new TreeSet<>(labels));
    }

    /** The place of each text's label among names; -1 where it is none of them. */
    public int[] labelPlaces(List<String> names) {
        return labels.stream().mapToInt(names::indexOf).toArray();
    }

    /** Those that can be judged at all, see {@link ReadableText}. */
    public LabelledTexts readable() {
        return select(i -> ReadableText.of(texts.get(i)).problem().isEmpty());
    }

    /** Those texts of a fold, or those outside it. */
    LabelledTexts select(int[] folds, int fold, boolean inside) {
        return select(i -> (folds[i] == fold) == inside);
    }

    private LabelledTexts select(IntPredicate wanted) {
        List<Integer> chosen = IntStream.range(0, size()).filter(wanted).boxed().toList();
        return new LabelledTexts(
                chosen.stream().map(texts::get).toList(),
                chosen.stream().map(labels::get).toList());
    }
}
