package io.quartermaster.domain.recommendation;

/**
 * How much item i speaks for item j: the w of r(u,j) = sum over i of w(i,j) r(u,i). It holds for
 * users in place of items too. With the names of {@link PairCounts} (d for dot, a for own, b for
 * other, m for mean):
 *
 * <table>
 * <caption>Formulas</caption>
 * <tr><th>weighting</th><th>w(i,j)</th></tr>
 * <tr><td>{@link #COSINE}</td><td>d / sqrt(a b)</td></tr>
 * <tr><td>{@link #JACCARD}</td><td>d / (a + b - d)</td></tr>
 * <tr><td>{@link #CONDITIONAL_PROBABILITY}</td><td>d / a</td></tr>
 * <tr><td>{@link #TF_IDF}</td><td>d / a * ln(1 + N / b)</td></tr>
 * <tr><td>{@link #BM25}</td><td>idf * d (k + 1) / (d + k (1 - c + c a / m)), k = 1.2, c = 0.75,
 * idf = ln(1 + (N - b + 0.5) / (b + 0.5)), b at most N</td></tr>
 * </table>
 *
 * <p>In the last two an item is a document whose words are the items that its buyers have too: how
 * often a word stands in it is d, how long it is a, in how many documents the word stands b. Every
 * weight is 0 where the two have nothing in common. The first two are symmetric.
 *
 * <p>Sources: Sarwar et al. 2001 (cosine), Tanimoto 1958 (Jaccard's index, of real values),
 * Deshpande and Karypis 2004 (conditional probability), Salton and Buckley 1988 (TF-IDF), Robertson
 * and Zaragoza 2009 (BM25, its idf as search engines keep it above 0), Bell and Koren 2007
 * (shrinkage).
 */
public enum ItemWeighting {
    COSINE {
        @Override
        double unshrunk(PairCounts pair) {
            return pair.dot() / Math.sqrt(pair.own() * pair.other());
        }
    },
    JACCARD {
        @Override
        double unshrunk(PairCounts pair) {
            return pair.dot() / (pair.own() + pair.other() - pair.dot());
        }
    },
    BM25 {
        @Override
        double unshrunk(PairCounts pair) {
            double holders = Math.min(pair.other(), (double) pair.all());
            double rarity = StrictMath.log1p((pair.all() - holders + 0.5) / (holders + 0.5));
            double length = 1 - LENGTH_SHARE + LENGTH_SHARE * pair.own() / pair.mean();
            return rarity * pair.dot() * (SATURATION + 1) / (pair.dot() + SATURATION * length);
        }
    },
    TF_IDF {
        @Override
        double unshrunk(PairCounts pair) {
            return pair.dot() / pair.own() * StrictMath.log1p((double) pair.all() / pair.other());
        }
    },
    CONDITIONAL_PROBABILITY {
        @Override
        double unshrunk(PairCounts pair) {
            return pair.dot() / pair.own();
        }
    };

    private static final double SATURATION = 1.2;
    private static final double LENGTH_SHARE = 0.75;

    abstract double unshrunk(PairCounts pair);

    /** The weight as its formula has it. */
    public double weight(PairCounts pair) {
        return weight(pair, 0);
    }

    /**
     * The weight times n(i,j) / (n(i,j) + shrinkage): what few users say counts less.
     *
     * @param shrinkage users whose word is taken half, 0 or more
     */
    public double weight(PairCounts pair, double shrinkage) {
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "The shrinkage (%s) must be 0 or more users.".formatted(shrinkage));
        }
        if (pair.common() == 0 || pair.dot() == 0 || pair.own() == 0 || pair.other() == 0) {
            return 0;
        }
        return unshrunk(pair) * ((double) pair.common() / (pair.common() + shrinkage));
    }
}
