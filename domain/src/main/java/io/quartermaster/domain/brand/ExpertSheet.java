package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One expert's comparisons of the criteria.
 *
 * @param expert token of the expert
 * @param values by row and column; 0 where not judged
 * @param told whether the rejection of these values was handed on already
 */
public record ExpertSheet(String expert, double[] values, boolean told) {

    private static final int CRITERIA = BrandCriterion.values().length;

    public static ExpertSheet of(String expert) {
        return new ExpertSheet(expert, new double[CRITERIA * CRITERIA], false);
    }

    /** A judgement; a later one of the same pair replaces an earlier one. */
    public ExpertSheet judged(BrandCriterion first, BrandCriterion second, double value) {
        double[] next = values.clone();
        next[first.index() * CRITERIA + second.index()] = value;
        next[second.index() * CRITERIA + first.index()] = 1 / value;
        return new ExpertSheet(expert, next, false);
    }

    public ExpertSheet asTold() {
        return new ExpertSheet(expert, values, true);
    }

    /** What it says; empty as long as judgements do not join all criteria. */
    public Optional<Priorities> priorities() {
        if (!joined()) {
            return Optional.empty();
        }
        List<String> names =
                Arrays.stream(BrandCriterion.values()).map(BrandCriterion::label).toList();
        return Optional.of(PairwiseMatrix.of("expert " + expert, names, pairs()).priorities());
    }

    /** The judged pairs, each once. */
    public String text() {
        return pairs().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("; "));
    }

    private Map<String, Double> pairs() {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (BrandCriterion a : BrandCriterion.values()) {
            for (BrandCriterion b : BrandCriterion.values()) {
                double value = values[a.index() * CRITERIA + b.index()];
                if (a.index() < b.index() && value > 0) {
                    pairs.put(a.label() + "|" + b.label(), value);
                }
            }
        }
        return pairs;
    }

    private boolean joined() {
        List<Integer> reached = new ArrayList<>(List.of(0));
        for (int next = 0; next < reached.size(); next++) {
            for (int j = 0; j < CRITERIA; j++) {
                if (values[reached.get(next) * CRITERIA + j] > 0 && !reached.contains(j)) {
                    reached.add(j);
                }
            }
        }
        return reached.size() == CRITERIA;
    }
}
