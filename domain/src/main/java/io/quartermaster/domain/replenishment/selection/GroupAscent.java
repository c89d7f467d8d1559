package io.quartermaster.domain.replenishment.selection;

/**
 * The prices of what a group moves, on their way to the largest bound together with those of shared
 * rules (see {@link PriceAscent}). A price is what a unit is worth there on that day plus an
 * addition; so it follows the prices of shared rules, and what is taken above what is given uses
 * them as the units do that it is worth.
 */
final class GroupAscent {

    /** The first step of an addition, as a share of what moving a unit costs. */
    private static final double PACE = 0.3;

    private static final double SHARE_OF_UNIT = 0.01;

    private final SharedRules rules;
    private final ItemGroup group;
    private final double[][] additions;
    private final Adam[] adams;
    private final double pace;
    private Evaluation last;

    GroupAscent(SharedRules rules, ItemGroup group) {
        this.rules = rules;
        this.group = group;
        int days = rules.problem().horizonDays();
        this.additions = new double[group.members().length][days];
        this.adams = new Adam[additions.length];
        double unit = item(0).item().costs().unit();
        double way =
                group.arcs().stream()
                        .mapToDouble(arc -> arc.route().unitCost())
                        .average()
                        .orElse(0);
        this.pace = PACE * (way + SHARE_OF_UNIT * unit);
        for (int member = 0; member < additions.length; member++) {
            adams[member] = new Adam(days);
            scarce(member);
        }
    }

    /** Before the first order arrives a unit is first taken to be worth a sale. */
    private void scarce(int member) {
        ItemProgramme item = item(member);
        UnitWorth worth = new UnitWorth(item, Prices.none(item));
        for (int day = 0; day < item.days(); day++) {
            if (!worth.isOrdered(day)) {
                additions[member][day] = item.item().costs().lostSale() - worth.of(day);
            }
        }
    }

    private ItemProgramme item(int member) {
        return rules.items()[group.members()[member]];
    }

    /** The prices of what is moved, at some prices of shared rules. */
    MovePrices prices(double[] rowPrices) {
        Prices[] at = new Prices[additions.length];
        UnitWorth[] worth = new UnitWorth[at.length];
        for (int member = 0; member < at.length; member++) {
            at[member] = rules.prices(item(member), rowPrices, 1);
            worth[member] = new UnitWorth(item(member), at[member]);
        }
        return movePrices(at, worth);
    }

    private MovePrices movePrices(Prices[] at, UnitWorth[] worth) {
        int days = additions[0].length;
        double[][] give = new double[at.length][days];
        double[][] ceiling = new double[at.length][days];
        double[][] holding = new double[at.length][days];
        for (int member = 0; member < at.length; member++) {
            double ownHolding = item(member).item().costs().holdingPerDay();
            for (int day = 0; day < days; day++) {
                give[member][day] = worth[member].of(day) + additions[member][day];
                ceiling[member][day] = ceiling(member, worth[member], day);
                holding[member][day] = ownHolding + at[member].stock()[day];
            }
        }
        return new MovePrices(group, give, ceiling, holding);
    }

    /** Adds what units taken above those given use of shared rules. */
    void addUse(double[] byRow) {
        for (int member = 0; member < last.excess.length; member++) {
            for (int day = 0; day < last.excess[member].length; day++) {
                double excess = last.excess[member][day];
                if (excess != 0) {
                    rules.use(item(member), last.worth[member], day, excess, byRow);
                }
            }
        }
    }

    /**
     * Plans every member at the next prices.
     *
     * @param rowPrices of shared rules
     * @param plans where the members' plans are written, by item
     * @return what the group costs at least at these prices
     */
    double plan(double[] rowPrices, GridSolver solver, ItemPlan[] plans) {
        for (int member = 0; member < additions.length && last != null; member++) {
            double[] step = adams[member].step(last.excess[member]);
            for (int day = 0; day < step.length; day++) {
                additions[member][day] += pace * step[day];
            }
        }
        last = new Evaluation(rowPrices, solver);
        for (int member = 0; member < last.plans.length; member++) {
            plans[group.members()[member]] = last.plans[member];
        }
        return last.value;
    }

    /** Above this an order would pay that is placed only to give. */
    private double ceiling(int member, UnitWorth worth, int day) {
        if (!worth.isOrdered(day)) {
            return Double.POSITIVE_INFINITY;
        }
        OrderStep step = item(member).steps()[worth.step(day)];
        double others = rules.grids().fine(group.members()[member]).elsewhere(day);
        return worth.of(day) + step.fixedCost() / Math.max(1, others);
    }

    /** The members' plans at some prices. */
    private final class Evaluation {
        private final MovePrices prices;
        private final UnitWorth[] worth;
        private final ItemPlan[] plans;
        private final double[][] excess;
        private double value;

        private Evaluation(double[] rowPrices, GridSolver solver) {
            int members = additions.length;
            int days = additions[0].length;
            this.worth = new UnitWorth[members];
            this.plans = new ItemPlan[members];
            this.excess = new double[members][days];
            Prices[] at = new Prices[members];
            for (int member = 0; member < members; member++) {
                at[member] = rules.prices(item(member), rowPrices, 1);
                worth[member] = new UnitWorth(item(member), at[member]);
            }
            this.prices = movePrices(at, worth);
            for (int member = 0; member < members; member++) {
                plan(member, rowPrices, solver);
            }
        }

        private void plan(int member, double[] rowPrices, GridSolver solver) {
            ItemProgramme item = item(member);
            GridProgramme grid = rules.grids().fine(group.members()[member]);
            Prices at = rules.prices(grid.programme(), rowPrices, 1);
            Offers offers = Offers.of(prices.in(member), prices.out(member));
            GridSolver.Found found =
                    solver.solve(grid, at, offers, Room.unlimited(grid.programme()));
            value += solver.value();
            plans[member] = ItemPlan.of(item, grid.units(found.units(), item), found.moved());
            for (int day = 0; day < item.days(); day++) {
                if (found.in()[day] > 0) {
                    ItemGroup.Arc arc = prices.arc(member, day);
                    excess[arc.from()][day - arc.route().days()] += found.in()[day];
                }
                excess[member][day] -= found.out()[day];
            }
        }
    }
}
