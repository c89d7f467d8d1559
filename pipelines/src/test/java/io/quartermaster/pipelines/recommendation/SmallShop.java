package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A shop of 25 items that opened on 1 January 2026, and what happened in it. */
final class SmallShop {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private SmallShop() {}

    /** Lamps i00 to i04, pots up to i24; a lamp more comes in the morning of the 21st. */
    static List<CatalogueItem> catalogue() {
        List<CatalogueItem> items = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            items.add(
                    item(
                            "i%02d".formatted(i),
                            i < 5 ? "lighting" : "kitchen",
                            FIRST.atStartOfDay()));
        }
        items.add(item("new", "lighting", FIRST.plusDays(20).atTime(10, 0)));
        return items;
    }

    static List<CatalogueText> texts() {
        return catalogue().stream()
                .map(
                        item ->
                                new CatalogueText(
                                        item.id(),
                                        item.time(),
                                        "test",
                                        item.item(),
                                        "en",
                                        item.category().equals("lighting")
                                                ? "brass lamp"
                                                : "steel pot",
                                        ""))
                .toList();
    }

    static List<ItemVector> vectors() {
        return catalogue().stream()
                .map(
                        item ->
                                new ItemVector(
                                        item.id(),
                                        item.time(),
                                        "test",
                                        item.item(),
                                        "image",
                                        1,
                                        item.category().equals("lighting") ? "1 0.5" : "-1 2"))
                .toList();
    }

    private static CatalogueItem item(String item, String category, LocalDateTime entered) {
        return new CatalogueItem(
                "item-" + item,
                entered.toInstant(ZoneOffset.UTC),
                "test",
                item,
                "brand" + item.charAt(item.length() - 1),
                category,
                "",
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                1,
                0,
                null,
                false);
    }

    static List<SatisfactionScore> satisfaction() {
        double[] none = {};
        return List.of(
                new SatisfactionScore(
                        "brand", "brand3", FIRST.plusDays(21), 0.9, none, none, none, "", null),
                new SatisfactionScore(
                        "place", "main", FIRST.plusDays(21), 0.1, none, none, none, "", null));
    }

    static OrderLine order(int number, int customer, String item) {
        return new OrderLine(
                "o" + number,
                FIRST.atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofHours(number)),
                "test",
                "order" + number,
                item,
                "main",
                customer == 0 ? "" : "c%02d".formatted(customer),
                "",
                "",
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "EUR",
                false,
                "");
    }

    static Behaviour behaviour(int number, int customer, String item, BehaviourAction action) {
        return new Behaviour(
                "b" + number,
                FIRST.atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .plus(Duration.ofMinutes(45L * number)),
                "test",
                "c%02d".formatted(customer),
                item,
                "main",
                action,
                "",
                "");
    }

    static Forecast forecast(String item, boolean champion) {
        double[] mean = new double[20];
        Arrays.fill(mean, 3);
        LocalDate madeOn = FIRST.plusDays(19);
        return new Forecast(
                item,
                "main",
                madeOn,
                "lstm",
                "1",
                champion,
                mean,
                mean,
                mean,
                mean,
                mean,
                mean,
                Channels.endOf(madeOn));
    }

    /** Puts elements into a channel of a folder. */
    static <T> void write(Path folder, Channel<T> channel, List<T> elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        for (T element : elements) {
            bytes.write(codec.write(element));
            bytes.write('\n');
        }
        Files.write(folder.resolve(channel.name() + ".jsonl"), bytes.toByteArray());
    }
}
