package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates of users with their features, as a file brings them. */
public final class CandidateFile {

    private static final int AT_ONCE = 8_192;

    private final List<Candidate> candidates;
    private final int users;

    private record Candidate(String user, String item, float[] features) {}

    /**
     * A candidate with its place.
     *
     * @param rank 1 for the best of the user
     */
    public record Ranked(String user, String item, int rank, float score) {}

    private CandidateFile(List<Candidate> candidates) {
        this.candidates = candidates;
        this.users = (int) candidates.stream().map(Candidate::user).distinct().count();
    }

    /**
     * Reads a file.
     *
     * @param features columns of numbers, in the order in which the ranker takes them
     * @throws IllegalArgumentException when a column is not there or a line does not fit
     */
    public static CandidateFile read(Path file, List<String> features) throws IOException {
        List<String> columns = new ArrayList<>(List.of("user", "item"));
        columns.addAll(features);
        List<Candidate> candidates = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, columns.toArray(String[]::new))) {
            while (table.next()) {
                float[] row = new float[features.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) table.number(features.get(i));
                }
                candidates.add(new Candidate(table.name("user"), table.name("item"), row));
            }
        }
        return new CandidateFile(candidates);
    }

    public int size() {
        return candidates.size();
    }

    /** How many users there are. */
    public int users() {
        return users;
    }

    /** Users in the order in which they come, best first for each, ties by item. */
    public List<Ranked> ranked(Ranker ranker) {
        Map<String, List<Ranked>> byUser = new LinkedHashMap<>();
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            List<Candidate> some =
                    candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
            float[] scores =
                    ranker.score(some.stream().map(Candidate::features).toArray(float[][]::new));
            for (int i = 0; i < scores.length; i++) {
                Candidate one = some.get(i);
                byUser.computeIfAbsent(one.user(), user -> new ArrayList<>())
                        .add(new Ranked(one.user(), one.item(), 0, scores[i]));
            }
        }
        List<Ranked> ranked = new ArrayList<>();
        for (List<Ranked> ofUser : byUser.values()) {
            ofUser.sort(
                    Comparator.comparingDouble((Ranked one) -> -one.score())
                            .thenComparing(Ranked::item));
            for (int i = 0; i < ofUser.size(); i++) {
                Ranked one = ofUser.get(i);
                ranked.add(new Ranked(one.user(), one.item(), i + 1, one.score()));
            }
        }
        return ranked;
    }
}
