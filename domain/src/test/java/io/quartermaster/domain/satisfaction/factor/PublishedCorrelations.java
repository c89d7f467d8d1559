package io.quartermaster.domain.satisfaction.factor;

import java.util.List;

/** Correlation matrices from the literature. */
final class PublishedCorrelations {

    private PublishedCorrelations() {}

    /** Six school subjects, 220 boys: Lawley and Maxwell (1971), Factor Analysis as a Method, 4. */
    static CorrelationMatrix lawleyMaxwell() {
        return matrix(
                220,
                List.of("gaelic", "english", "history", "arithmetic", "algebra", "geometry"),
                0.439,
                0.410,
                0.351,
                0.288,
                0.354,
                0.164,
                0.329,
                0.320,
                0.190,
                0.595,
                0.248,
                0.329,
                0.181,
                0.470,
                0.464);
    }

    /**
     * Six tests of ability, 112 people: covariances of Smith and Stanley (1983), as R's {@code
     * ability.cov} holds them.
     */
    static CorrelationMatrix ability() {
        double[] covariances = {
            24.641, 5.991, 6.700, 33.520, 18.137, 149.831, 6.023, 1.782, 19.424, 12.711, 20.755,
            4.936, 31.430, 4.757, 52.604, 29.701, 7.204, 50.753, 9.075, 66.762, 135.292
        };
        double[][] values = new double[6][6];
        for (int i = 0, at = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++, at++) {
                values[i][j] = covariances[at];
                values[j][i] = covariances[at];
            }
        }
        double[][] correlations = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                correlations[i][j] = values[i][j] / Math.sqrt(values[i][i] * values[j][j]);
            }
        }
        return new CorrelationMatrix(
                List.of("general", "picture", "blocks", "maze", "reading", "vocab"),
                correlations,
                112);
    }

    /** Eight physical measures, 305 girls: Harman (1976), Modern Factor Analysis, 2. */
    static CorrelationMatrix harman() {
        return matrix(
                305,
                List.of(
                        "height",
                        "arm span",
                        "forearm",
                        "lower leg",
                        "weight",
                        "hips",
                        "chest girth",
                        "chest width"),
                0.846,
                0.805,
                0.881,
                0.859,
                0.826,
                0.801,
                0.473,
                0.376,
                0.380,
                0.436,
                0.398,
                0.326,
                0.319,
                0.329,
                0.762,
                0.301,
                0.277,
                0.237,
                0.327,
                0.730,
                0.583,
                0.382,
                0.415,
                0.345,
                0.365,
                0.629,
                0.577,
                0.539);
    }

    /** From what stands below the diagonal, row by row. */
    static CorrelationMatrix matrix(long rows, List<String> names, double... below) {
        int p = names.size();
        double[][] values = Matrix.identity(p).values();
        for (int i = 1, at = 0; i < p; i++) {
            for (int j = 0; j < i; j++, at++) {
                values[i][j] = below[at];
                values[j][i] = below[at];
            }
        }
        return new CorrelationMatrix(names, values, rows);
    }
}
