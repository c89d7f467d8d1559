package io.quartermaster.domain.replenishment.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From which lots an order line was served, so that what comes back takes its cost with it. Plain
 * fields, so that it can be kept in state.
 *
 * @param orderLine the order line
 * @param place that shipped it
 * @param day of the order
 * @param parts in the order they left
 * @param bookedOn epoch day on which each of them left
 * @param takenUnits that came back, by day
 * @param takenOn those epoch days
 */
public record SoldGoods(
        String orderLine,
        String place,
        LocalDate day,
        LotPart[] parts,
        long[] bookedOn,
        long[] takenUnits,
        long[] takenOn) {

    static SoldGoods none(String orderLine, String place, LocalDate day) {
        return new SoldGoods(
                orderLine, place, day, new LotPart[0], new long[0], new long[0], new long[0]);
    }

    /** With further parts that left on a day. */
    SoldGoods plus(List<LotPart> more, LocalDate on) {
        LotPart[] all = Arrays.copyOf(parts, parts.length + more.size());
        long[] days = Arrays.copyOf(bookedOn, all.length);
        for (int i = 0; i < more.size(); i++) {
            all[parts.length + i] = more.get(i);
            days[parts.length + i] = on.toEpochDay();
        }
        return new SoldGoods(orderLine, place, day, all, days, takenUnits, takenOn);
    }

    /** With units that came back on a day. */
    SoldGoods takingBack(long units, LocalDate on) {
        long[] taken = Arrays.copyOf(takenUnits, takenUnits.length + 1);
        long[] days = Arrays.copyOf(takenOn, taken.length);
        taken[takenUnits.length] = units;
        days[takenUnits.length] = on.toEpochDay();
        return new SoldGoods(orderLine, place, day, parts, bookedOn, taken, days);
    }

    /** What comes back if some units do, in the order they left; fewer if fewer are out. */
    List<LotPart> comingBack(long units) {
        List<LotPart> back = new ArrayList<>();
        long skipped = Arrays.stream(takenUnits).sum();
        long open = units;
        for (LotPart part : parts) {
            long before = Math.min(skipped, part.units());
            long taken = Math.min(open, part.units() - before);
            skipped -= before;
            open -= taken;
            if (taken > 0) {
                back.add(part.between(before, before + taken));
            }
        }
        return back;
    }

    /** As it stood at the end of a day. */
    public SoldGoods asOf(LocalDate lastDay) {
        SoldGoods then = none(orderLine, place, day);
        for (int i = 0; i < parts.length; i++) {
            if (bookedOn[i] <= lastDay.toEpochDay()) {
                then = then.plus(List.of(parts[i]), LocalDate.ofEpochDay(bookedOn[i]));
            }
        }
        for (int i = 0; i < takenUnits.length; i++) {
            if (takenOn[i] <= lastDay.toEpochDay()) {
                then = then.takingBack(takenUnits[i], LocalDate.ofEpochDay(takenOn[i]));
            }
        }
        return then;
    }
}
