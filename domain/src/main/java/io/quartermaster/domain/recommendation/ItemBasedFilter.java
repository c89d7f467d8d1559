package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.recommendation.InteractionMatrix.SparseRow;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.List;

/**
 * w between items: r(u,i) = sum over the customer's items j, of which i is a neighbour, of w(j,i)
 * r(u,j). A vector is an item's column, as long as there are customers.
 */
final class ItemBasedFilter implements CollaborativeFilter {

    private final InteractionMatrix matrix;

    ItemBasedFilter(InteractionMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public RecommendationMethod method() {
        return RecommendationMethod.ITEM_CF;
    }

    @Override
    public int rows() {
        return matrix.items();
    }

    @Override
    public SparseVector vector(int row) {
        return matrix.ofItem(row).vector();
    }

    @Override
    public int[] rowsToAsk(int customer) {
        return matrix.ofCustomer(customer).columns();
    }

    @Override
    public double[] scores(int customer, NeighbourTable neighbours) {
        double[] scores = new double[matrix.items()];
        SparseRow own = matrix.ofCustomer(customer);
        for (int j = 0; j < own.columns().length; j++) {
            TopK nearest = neighbours.of(own.columns()[j]);
            for (int n = 0; n < nearest.ids().length && nearest.scores()[n] > 0; n++) {
                scores[nearest.ids()[n]] += (double) nearest.scores()[n] * own.values()[j];
            }
        }
        return scores;
    }

    @Override
    public List<Carrier> carriers(int customer, int item, NeighbourTable neighbours) {
        List<Carrier> carriers = new ArrayList<>();
        SparseRow own = matrix.ofCustomer(customer);
        for (int j = 0; j < own.columns().length; j++) {
            double weight = weight(neighbours.of(own.columns()[j]), item);
            if (weight > 0 && own.values()[j] != 0) {
                String name = matrix.item(own.columns()[j]);
                carriers.add(new Carrier(name, weight * own.values()[j], own.bought()[j]));
            }
        }
        carriers.sort(Carrier.LARGEST_FIRST);
        return carriers;
    }

    private static double weight(TopK nearest, int item) {
        for (int n = 0; n < nearest.ids().length; n++) {
            if (nearest.ids()[n] == item) {
                return nearest.scores()[n];
            }
        }
        return 0;
    }
}
