package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who buys what is sold. Lines of one customer, day and place make one order with one payment; a
 * twentieth of the lines comes from visitors without a name.
 */
final class SalesStory {

    static final String SOURCE = "shop";

    private static final double ANONYMOUS_SHARE = 0.05;
    private static final double SEVERAL_SHARE = 0.35;
    private static final String[] METHODS = {"card", "card", "paypal", "invoice", "voucher"};

    private final MarketplaceOptions options;
    private final Customers customers;
    private final Map<SkuProfile, DemandModel> models;
    private final CampaignStory campaigns;
    private final AfterSale afterSale;
    private final ActionStory actions;
    private final EventLog log;
    private final Map<String, Paid> payments = new TreeMap<>();

    private record Paid(Instant time, BigDecimal amount) {}

    SalesStory(
            MarketplaceOptions options,
            Customers customers,
            Map<SkuProfile, DemandModel> models,
            CampaignStory campaigns,
            ActionStory actions,
            EventLog log) {
        this.options = options;
        this.customers = customers;
        this.models = models;
        this.campaigns = campaigns;
        this.actions = actions;
        this.afterSale = new AfterSale(options, actions, log);
        this.log = log;
    }

    /** Splits units over customers; returns the time of the last line. */
    Instant sell(SkuProfile sku, int place, int day, int units) {
        Draws draws = Draws.of(options.seed(), "sales", sku.item(), place, day);
        double[] tastes = customers.tastes(sku);
        Instant last = Instant.EPOCH;
        int left = units;
        for (int number = 1; left > 0; number++) {
            int ofLine = Math.min(left, draws.chance(SEVERAL_SHARE) ? 2 + draws.below(2) : 1);
            left -= ofLine;
            boolean anonymous = draws.chance(ANONYMOUS_SHARE);
            int customer = anonymous ? -1 : customers.pick(draws, sku, tastes, place);
            Sale sale = new Sale(sku, place, day, number, customer, ofLine);
            Instant time = line(sale);
            last = time.isAfter(last) ? time : last;
        }
        return last;
    }

    /** Reports the payments, once every line is sold. */
    void settle() {
        payments.forEach(
                (order, paid) -> {
                    Draws draws = Draws.of(options.seed(), "payment", order);
                    int instalments = draws.chance(0.1) ? 3 : 1;
                    log.add(
                            new Payment(
                                    "pay-" + order,
                                    paid.time().plusSeconds(30 + draws.below(90)),
                                    SOURCE,
                                    order,
                                    METHODS[draws.below(METHODS.length)],
                                    instalments,
                                    paid.amount(),
                                    Marketplace.CURRENCY));
                });
    }

    private Instant line(Sale sale) {
        DemandModel model = models.get(sale.sku());
        double discount = model.discount(sale.day());
        BigDecimal list = CatalogueStory.money(model.listPrice(sale.day()));
        double campaign = campaigns.discount(sale.sku(), sale.place(), sale.day());
        BigDecimal price =
                CatalogueStory.money(model.listPrice(sale.day()) * (1 - discount) * (1 - campaign));
        double left = actions.freight(sale.sku().brand(), sale.day());
        BigDecimal freight = CatalogueStory.money((1.5 + 0.15 * sale.sku().volume()) * left);
        Draws ofOrder = Draws.of(options.seed(), "order", sale.order());
        Instant time = log.at(sale.day(), secondOfDay(ofOrder));
        OrderLine line =
                new OrderLine(
                        sale.id(),
                        time,
                        SOURCE,
                        sale.order(),
                        sale.sku().item(),
                        Marketplace.place(sale.place()),
                        sale.customerName(),
                        sale.sku().brand().seller(),
                        Marketplace.region(sale.place()),
                        sale.units(),
                        price,
                        list.subtract(price),
                        freight,
                        Marketplace.CURRENCY,
                        discount > 0,
                        "");
        log.add(line);
        BigDecimal amount = price.multiply(BigDecimal.valueOf(sale.units())).add(freight);
        payments.merge(
                sale.order(),
                new Paid(time, amount),
                (a, b) -> new Paid(a.time(), a.amount().add(b.amount())));
        afterSale.tell(sale, line);
        return time;
    }

    /** Customers buy between 7 and 23, most in the evening. */
    private static int secondOfDay(Draws draws) {
        double late = Math.max(draws.unit(), draws.unit());
        return 7 * 3600 + (int) (16 * 3600 * late);
    }
}
