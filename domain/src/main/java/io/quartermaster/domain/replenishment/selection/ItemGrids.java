package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.ReplenishmentProblem;

/** The programmes on grids of the items whose groups move units, fine ones and in whole units. */
final class ItemGrids {

    private final GridProgramme[] fine;
    private final GridProgramme[] whole;

    ItemGrids(ReplenishmentProblem problem, ItemGroup[] groups, ItemProgramme[] items) {
        this.fine = new GridProgramme[items.length];
        this.whole = new GridProgramme[items.length];
        for (ItemGroup group : groups) {
            for (int member = 0; member < group.members().length && group.isMoved(); member++) {
                int item = group.members()[member];
                double[] elsewhere = group.elsewhere(problem, member);
                ItemProgramme loose = items[item].relaxed().orElse(items[item]);
                fine[item] = GridProgramme.fine(loose, elsewhere);
                whole[item] = GridProgramme.whole(items[item], elsewhere);
            }
        }
    }

    /** For a bound. */
    GridProgramme fine(int item) {
        return fine[item];
    }

    /** For what can be moved. */
    GridProgramme whole(int item) {
        return whole[item];
    }
}
