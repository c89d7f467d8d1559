package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.recommendation.InteractionMatrix.SparseRow;
import io.quartermaster.domain.similarity.SparseVector;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.List;

/**
 * w between customers: r(u,i) = sum over the neighbouring customers v of w(u,v) r(v,i). A vector is
 * a customer's row, as long as there are items.
 */
final class UserBasedFilter implements CollaborativeFilter {

    private final InteractionMatrix matrix;

    UserBasedFilter(InteractionMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public RecommendationMethod method() {
        return RecommendationMethod.USER_CF;
    }

    @Override
    public int rows() {
        return matrix.customers();
    }

    @Override
    public SparseVector vector(int row) {
        return matrix.ofCustomer(row).vector();
    }

    @Override
    public int[] rowsToAsk(int customer) {
        return new int[] {customer};
    }

    @Override
    public double[] scores(int customer, NeighbourTable neighbours) {
        double[] scores = new double[matrix.items()];
        TopK nearest = neighbours.of(customer);
        for (int n = 0; n < nearest.ids().length && nearest.scores()[n] > 0; n++) {
            SparseRow row = matrix.ofCustomer(nearest.ids()[n]);
            for (int i = 0; i < row.columns().length; i++) {
                scores[row.columns()[i]] += (double) nearest.scores()[n] * row.values()[i];
            }
        }
        return scores;
    }

    @Override
    public List<Carrier> carriers(int customer, int item, NeighbourTable neighbours) {
        List<Carrier> carriers = new ArrayList<>();
        TopK nearest = neighbours.of(customer);
        for (int n = 0; n < nearest.ids().length && nearest.scores()[n] > 0; n++) {
            SparseRow row = matrix.ofCustomer(nearest.ids()[n]);
            float value = CollaborativeFilter.value(row, item);
            if (value != 0) {
                String name = matrix.customer(nearest.ids()[n]);
                double amount = (double) nearest.scores()[n] * value;
                carriers.add(new Carrier(name, amount, row.hasBought(item)));
            }
        }
        carriers.sort(Carrier.LARGEST_FIRST);
        return carriers;
    }
}
