package io.quartermaster.domain.network;

import java.util.List;

/**
 * Goods that places offer and ask for, and the arcs between places.
 *
 * @param places at least one
 * @param arcs from place to place
 */
public record FlowProblem(List<Place> places, List<Arc> arcs) {

    /**
     * A place.
     *
     * @param supply units that it offers; below 0 what it asks for
     */
    public record Place(String name, double supply) {

        public Place {
            if (!Double.isFinite(supply)) {
                throw new IllegalArgumentException(
                        "The supply (%s) of place (%s) must be finite.".formatted(supply, name));
            }
        }
    }

    /**
     * A way between two places, one direction only.
     *
     * @param from number of a place
     * @param to number of another
     * @param capacity units, 0 or more; infinite for no limit
     * @param unitCost money per unit, 0 or more
     */
    public record Arc(int from, int to, double capacity, double unitCost) {

        public Arc {
            if (!(capacity >= 0) || !(unitCost >= 0) || Double.isInfinite(unitCost)) {
                throw new IllegalArgumentException(
                        "The capacity (%s) and unit cost (%s) of an arc must be 0 or more."
                                .formatted(capacity, unitCost));
            }
        }
    }

    public FlowProblem {
        places = List.copyOf(places);
        arcs = List.copyOf(arcs);
        for (Arc arc : arcs) {
            boolean known = arc.from() >= 0 && arc.to() >= 0;
            if (!known || arc.from() >= places.size() || arc.to() >= places.size()) {
                throw new IllegalArgumentException(
                        "The arc from %d to %d must lie between the places (%d)."
                                .formatted(arc.from(), arc.to(), places.size()));
            }
        }
    }
}
