package io.quartermaster.domain.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a classifier in the order of its file: labels, scripts, temperature, the pieces of
 * text that count, terms, then the method with its planes or networks.
 */
final class ClassifierBytes {

    private ClassifierBytes() {}

    static void write(TextClassifier classifier, DataOutputStream out) throws IOException {
        writeNames(classifier.labels(), out);
        writeNames(classifier.scripts().stream().map(Enum::name).sorted().toList(), out);
        out.writeDouble(classifier.temperature());
        GramSettings settings = classifier.features().settings();
        out.writeInt(settings.words());
        out.writeInt(settings.minCharacters());
        out.writeInt(settings.maxCharacters());
        out.writeInt(settings.minTexts());
        NumberBlocks.write(classifier.features().terms().hashes(), out);
        NumberBlocks.write(classifier.features().terms().weights(), out);
        if (classifier.scorer() instanceof LinearScorer planes) {
            out.writeUTF(ClassifierMethod.LINEAR.name());
            NumberBlocks.write(planes.bias(), out);
            for (float[] plane : planes.weights()) {
                NumberBlocks.write(plane, out);
            }
        } else if (classifier.scorer() instanceof NetworkScorer members) {
            out.writeUTF(ClassifierMethod.NETWORK.name());
            out.writeInt(members.networks().size());
            for (Network network : members.networks()) {
                NumberBlocks.write(network.inputs(), out);
                NumberBlocks.write(network.hiddenBias(), out);
                NumberBlocks.write(network.outputs(), out);
                NumberBlocks.write(network.outputBias(), out);
            }
        }
    }

    private static void writeNames(List<String> names, DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    /**
     * Reads a classifier.
     *
     * @param limit bytes of the file
     * @throws IllegalArgumentException when the parts cannot be or do not fit each other
     */
    static TextClassifier read(DataInputStream in, long limit) throws IOException {
        List<String> labels = readNames(in, limit);
        Set<UnicodeScript> scripts =
                readNames(in, limit).stream()
                        .map(UnicodeScript::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        double temperature = in.readDouble();
        GramSettings settings =
                new GramSettings(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        NumberBlocks blocks = new NumberBlocks(in, limit);
        TermTable terms = new TermTable(blocks.longs(), blocks.floats());
        Scorer scorer =
                switch (ClassifierMethod.valueOf(in.readUTF())) {
                    case LINEAR -> planes(blocks, terms.size(), labels.size());
                    case NETWORK -> networks(in, blocks, terms.size(), labels.size());
                };
        return new TextClassifier(
                labels, scripts, new TextFeatures(settings, terms), scorer, temperature);
    }

    private static List<String> readNames(DataInputStream in, long limit) throws IOException {
        int count = NumberBlocks.checked(in.readInt(), limit);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    private static LinearScorer planes(NumberBlocks blocks, int terms, int labels)
            throws IOException {
        float[] bias = fitting(blocks.floats(), labels);
        float[][] planes = new float[labels][];
        for (int label = 0; label < labels; label++) {
            planes[label] = fitting(blocks.floats(), terms);
        }
        return new LinearScorer(planes, bias);
    }

    private static NetworkScorer networks(
            DataInputStream in, NumberBlocks blocks, int terms, int labels) throws IOException {
        int count = in.readInt();
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A classifier of %d networks cannot be.\nMaybe train it again."
                            .formatted(count));
        }
        List<Network> networks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] inputs = blocks.floats();
            float[] hiddenBias = blocks.floats();
            fitting(inputs, (long) terms * hiddenBias.length);
            float[] outputs = fitting(blocks.floats(), (long) hiddenBias.length * labels);
            float[] outputBias = fitting(blocks.floats(), labels);
            networks.add(new Network(inputs, hiddenBias, outputs, outputBias));
        }
        return new NetworkScorer(networks);
    }

    private static float[] fitting(float[] numbers, long wanted) {
        if (numbers.length != wanted) {
            throw new IllegalArgumentException(
                    "A part of the classifier has %d numbers where %d fit the others.\nMaybe train it again."
                            .formatted(numbers.length, wanted));
        }
        return numbers;
    }
}
