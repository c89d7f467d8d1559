package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.PlannedDay;
import io.quartermaster.domain.event.generator.TrueBrand;
import io.quartermaster.domain.event.generator.TrueCampaign;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.domain.event.generator.TrueShowing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes a generated marketplace in the form in which event files are read: one file a kind, JSON
 * Lines for texts and messages, CSV with a header for all others. Flaws that no typed event can
 * carry are put into the text here: a required column left empty, a time that is none, a line cut
 * off. {@value #PRICE_CALENDAR} holds the prices and promotions that are planned. {@value #TRUTH}
 * holds the hidden demand, {@value #TRUE_BRANDS} what brands truly are, {@value #TRUE_CAMPAIGNS}
 * what campaigns and {@value #TRUE_SHOWINGS} what showing items truly did; they are for scoring,
 * and no job reads them.
 */
public final class MarketplaceFiles implements MarketplaceSink, AutoCloseable {

    /** File of the hidden demand. */
    public static final String TRUTH = "truth.csv";

    /** File of what brands truly are. */
    public static final String TRUE_BRANDS = "truth_brands.csv";

    /** File of what campaigns truly did. */
    public static final String TRUE_CAMPAIGNS = "truth_campaigns.csv";

    /** File of what showing items truly did. */
    public static final String TRUE_SHOWINGS = "truth_showings.csv";

    /** File of the prices and promotions that are planned. */
    public static final String PRICE_CALENDAR = "price_calendar.csv";

    private static final Set<EventKind> JSON_LINES =
            EnumSet.of(EventKind.TEXTS, EventKind.MESSAGES);
    private static final String NO_TIME = "31/31/2024 25:61";

    private final Path folder;
    private final Map<EventKind, EventLines> lines = new EnumMap<>(EventKind.class);
    private final Map<EventKind, BufferedWriter> writers = new EnumMap<>(EventKind.class);
    private final BufferedWriter calendar;
    private final BufferedWriter truth;
    private final BufferedWriter trueBrands;
    private final BufferedWriter trueCampaigns;
    private final BufferedWriter trueShowings;
    private long records;

    private MarketplaceFiles(Path folder) throws IOException {
        this.folder = folder;
        this.truth = Files.newBufferedWriter(folder.resolve(TRUTH), StandardCharsets.UTF_8);
        this.trueBrands =
                Files.newBufferedWriter(folder.resolve(TRUE_BRANDS), StandardCharsets.UTF_8);
        this.trueCampaigns =
                Files.newBufferedWriter(folder.resolve(TRUE_CAMPAIGNS), StandardCharsets.UTF_8);
        this.trueShowings =
                Files.newBufferedWriter(folder.resolve(TRUE_SHOWINGS), StandardCharsets.UTF_8);
        this.calendar =
                Files.newBufferedWriter(folder.resolve(PRICE_CALENDAR), StandardCharsets.UTF_8);
        calendar.write("item,place,day,price,promotion\n");
        truth.write("item,place,day,true_demand\n");
        trueShowings.write("item,place,day,shown,added_units\n");
        trueBrands.write("brand,quality,awareness,supply,launched_on\n");
        trueCampaigns.write("campaign,brand,starts_on,ends_on,base_units,lift_units\n");
        for (EventKind kind : EventKind.values()) {
            open(kind);
        }
    }

    /**
     * Writes a marketplace into a folder that is there.
     *
     * @return number of records written, flawed ones too, the truth not
     */
    public static long write(MarketplaceOptions options, Path folder) throws IOException {
        try (MarketplaceFiles files = new MarketplaceFiles(folder)) {
            Marketplace.generate(options, files);
            return files.records;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void event(EventKind kind, Event event, Flaw flaw) {
        line(writers.get(kind), text(kind, event, flaw));
        records++;
    }

    @Override
    public void truth(TrueDemand demand) {
        line(
                truth,
                demand.item()
                        + ","
                        + demand.place()
                        + ","
                        + demand.day()
                        + ","
                        + demand.trueDemand());
    }

    @Override
    public void planned(PlannedDay day) {
        line(
                calendar,
                day.item()
                        + ",,"
                        + day.day()
                        + ","
                        + day.price()
                        + ","
                        + (day.promotion() ? 1 : 0));
    }

    @Override
    public void truth(TrueBrand brand) {
        line(
                trueBrands,
                "%s,%s,%s,%s,%s"
                        .formatted(
                                brand.brand(),
                                brand.quality(),
                                brand.awareness(),
                                brand.supply(),
                                brand.launchedOn()));
    }

    @Override
    public void truth(TrueShowing showing) {
        line(
                trueShowings,
                "%s,%s,%s,%d,%d"
                        .formatted(
                                showing.item(),
                                showing.place(),
                                showing.day(),
                                showing.shown(),
                                showing.addedUnits()));
    }

    @Override
    public void truth(TrueCampaign campaign) {
        line(
                trueCampaigns,
                "%s,%s,%s,%s,%d,%d"
                        .formatted(
                                campaign.campaign(),
                                campaign.brand(),
                                campaign.startsOn(),
                                campaign.endsOn(),
                                campaign.baseUnits(),
                                campaign.liftUnits()));
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter writer : writers.values()) {
            writer.close();
        }
        calendar.close();
        truth.close();
        trueBrands.close();
        trueCampaigns.close();
        trueShowings.close();
    }

    private void open(EventKind kind) throws IOException {
        boolean json = JSON_LINES.contains(kind);
        Path file = folder.resolve(kind.label() + (json ? ".jsonl" : ".csv"));
        EventLines form = json ? EventLines.json(kind.type()) : EventLines.csv(kind.type());
        lines.put(kind, form);
        writers.put(kind, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        if (!form.header().isEmpty()) {
            line(writers.get(kind), form.header());
        }
    }

    private String text(EventKind kind, Event event, Flaw flaw) {
        EventLines form = lines.get(kind);
        return switch (flaw) {
            case MISSING_FIELD -> form.line(event, required(kind), "");
            case MALFORMED -> form.broken(event, "time", NO_TIME);
            case NONE, DUPLICATE, NEGATIVE_PRICE, CLICK_BURST, REPEATED_REVIEW -> form.line(event);
        };
    }

    /** A column that a record of this kind must have. */
    private static String required(EventKind kind) {
        return switch (kind) {
            case ORDERS, RETURNS, STOCK, LOTS, ITEMS, TEXTS, ITEM_VECTORS -> "item";
            case DELIVERIES, PAYMENTS, FEEDBACK -> "order";
            case BEHAVIOUR, MESSAGES, ERASURES -> "time";
            case OFFERS, TERMS, CAMPAIGNS, LIFECYCLE, ACTIONS -> "brand";
            case JUDGEMENTS -> "criterion";
            case PURCHASE_STEPS -> "supplier";
        };
    }

    private static void line(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
