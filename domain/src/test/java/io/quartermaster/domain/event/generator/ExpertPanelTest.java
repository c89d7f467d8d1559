package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.ExpertJudgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpertPanelTest {

    @Test
    void judgesCriteriaConsistently() {
        Map<String, Integer> index = new HashMap<>();
        List<ExpertJudgement> pairs =
                SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                        .filter(j -> j.expert().equals("expert-2") && j.brand().isEmpty())
                        .toList();
        pairs.forEach(
                p -> {
                    index.putIfAbsent(p.criterion(), index.size());
                    index.putIfAbsent(p.against(), index.size());
                });
        double[][] matrix = new double[7][7];
        for (int i = 0; i < 7; i++) {
            matrix[i][i] = 1;
        }
        pairs.forEach(
                p -> {
                    matrix[index.get(p.criterion())][index.get(p.against())] = p.value();
                    matrix[index.get(p.against())][index.get(p.criterion())] = 1 / p.value();
                });
        assertThat(pairs).hasSize(21);
        assertThat((largestEigenvalue(matrix) - 7) / 6 / 1.32).isBetween(0.0, 0.1);
    }

    private static double largestEigenvalue(double[][] matrix) {
        double[] vector = {1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7};
        double value = 0;
        for (int round = 0; round < 100; round++) {
            double[] next = new double[7];
            value = 0;
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    next[i] += matrix[i][j] * vector[j];
                }
                value += next[i];
            }
            for (int i = 0; i < 7; i++) {
                next[i] /= value;
            }
            vector = next;
        }
        return value;
    }
}
