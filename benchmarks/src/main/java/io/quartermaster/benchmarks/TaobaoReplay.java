package io.quartermaster.benchmarks;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Two hours of clicks, again and again: each lap's customers are new and its times go on where the
 * last one's ended; items stay. Times get milliseconds, so that no two events of a lap share one.
 */
final class TaobaoReplay {

    private static final String FILE = "clickstream/taobao_user_behaviour.csv.gz";
    private static final long LAP_MILLIS = 2 * 3_600_000L;

    private final String[] customers;
    private final String[] items;
    private final BehaviourAction[] actions;
    private final long[] offsets;
    private final long start;

    private TaobaoReplay(List<String[]> lines) {
        int count = lines.size();
        customers = new String[count];
        items = new String[count];
        actions = new BehaviourAction[count];
        offsets = new long[count];
        start = 1_000 * Long.parseLong(lines.get(0)[4]);
        for (int i = 0; i < count; i++) {
            String[] line = lines.get(i);
            customers[i] = line[0];
            items[i] = line[1].intern();
            actions[i] = action(line[3]);
            long offset = 1_000 * Long.parseLong(line[4]) - start;
            offsets[i] = i == 0 ? offset : Math.max(offset, offsets[i - 1] + 1);
        }
    }

    static TaobaoReplay read(Workshop workshop) throws IOException {
        Path file = workshop.data(FILE);
        List<String[]> lines = new ArrayList<>();
        try (BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(line.split(",", -1));
            }
        }
        return new TaobaoReplay(lines);
    }

    /** Events of one lap. */
    int lap() {
        return offsets.length;
    }

    /** An event of any lap. */
    Behaviour event(long number) {
        int lap = (int) (number / lap());
        int at = (int) (number % lap());
        return new Behaviour(
                "e" + number,
                Instant.ofEpochMilli(start + lap * LAP_MILLIS + offsets[at]),
                "taobao",
                customers[at] + "-" + lap,
                items[at],
                "main",
                actions[at],
                "",
                "");
    }

    /** The number of the event of a time. */
    long number(Instant time) {
        long since = time.toEpochMilli() - start;
        long lap = since / LAP_MILLIS;
        return lap * lap() + Arrays.binarySearch(offsets, since % LAP_MILLIS);
    }

    private static BehaviourAction action(String said) {
        return switch (said) {
            case "pv" -> BehaviourAction.VIEW;
            case "fav" -> BehaviourAction.FAVOURITE;
            case "cart" -> BehaviourAction.CART;
            case "buy" -> BehaviourAction.BUY;
            default ->
                    throw new IllegalArgumentException(
                            "The action (%s) is not known.".formatted(said));
        };
    }
}
