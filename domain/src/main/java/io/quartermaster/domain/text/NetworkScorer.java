package io.quartermaster.domain.text;

import java.util.List;

/**
 * Networks that learned from other seeds, whose scores are averaged: each errs elsewhere.
 *
 * @param networks one or more, of the same shape
 */
record NetworkScorer(List<Network> networks) implements Scorer {

    NetworkScorer {
        networks = List.copyOf(networks);
    }

    @Override
    public float[] scores(SparseVector vector) {
        float[] sum = new float[networks.get(0).labels()];
        for (Network network : networks) {
            network.addScores(vector, sum);
        }
        for (int label = 0; label < sum.length; label++) {
            sum[label] /= networks.size();
        }
        return sum;
    }
}
