package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Which lots one movement put into stock or took out of it. A further revision takes the place of
 * the one before.
 *
 * @param item the item
 * @param place the place
 * @param method order in which lots leave: fifo, lifo or fefo
 * @param kind what it did: one of the constants below
 * @param id of the report that did it; of an expiry the lot and when it arrived
 * @param about the order line that it served or took back, else empty
 * @param eventDay day on which it counts
 * @param units that were asked for
 * @param currency of the values
 * @param parts of the lots; fewer units than asked for where stock was short
 * @param note why it is as it is, empty if there is nothing to say
 * @param withdrawn whether it only takes back what was told before
 * @param revision 0 for the first
 */
public record LotAllocation(
        String item,
        String place,
        String method,
        String kind,
        String id,
        String about,
        LocalDate eventDay,
        long units,
        String currency,
        LotPart[] parts,
        String note,
        boolean withdrawn,
        int revision) {

    /** A lot arrived. */
    public static final String RECEIPT = "receipt";

    /** More was counted than known, or came back that was never sold here. */
    public static final String FOUND = "found";

    /** An order line was served. */
    public static final String SALE = "sale";

    /** An order line that had been short was served by goods that came later. */
    public static final String SETTLEMENT = "settlement";

    /** Goods came back. */
    public static final String RETURN = "return";

    /** Less was counted than known. */
    public static final String MISSING = "missing";

    /** A lot's last day was over. */
    public static final String EXPIRED = "expired";

    /** A report that does not count, and why. */
    public static final String REFUSED = "refused";

    /** A lot that is written off. */
    static LotAllocation expired(
            String item, PlaceLedger ledger, String method, LocalDate day, LotPart part) {
        return new LotAllocation(
                item,
                ledger.place(),
                method,
                EXPIRED,
                part.lot() + "@" + part.receivedAt(),
                "",
                day,
                part.units(),
                ledger.currency(),
                new LotPart[] {part},
                "",
                false,
                0);
    }

    /** Tells it apart; a further revision has the same. Of refusals a report may have several. */
    public String key() {
        String why = kind.equals(REFUSED) ? note : "";
        return String.join("|", kind, id, about, place, eventDay.toString(), why);
    }

    /** Units that no lot served or took back. */
    public long openUnits() {
        return units - Arrays.stream(parts).mapToLong(LotPart::units).sum();
    }

    /** Its parts, and last what is open; what takes something back has none. */
    public Stream<LotPart> lines() {
        LotPart open = new LotPart("", null, null, openUnits(), BigDecimal.ZERO);
        boolean isOpen = !withdrawn && (open.units() != 0 || parts.length == 0);
        return isOpen ? Stream.concat(Stream.of(parts), Stream.of(open)) : Stream.of(parts);
    }

    public BigDecimal value() {
        return LotPart.value(Arrays.asList(parts));
    }

    /** The same as a later revision. */
    public LotAllocation revised(int newRevision) {
        return with(units, parts, withdrawn, newRevision);
    }

    /** What takes it back. */
    public LotAllocation takenBack() {
        return with(0, new LotPart[0], true, revision + 1);
    }

    /** Whether it says the same, whatever the revision. */
    public boolean says(LotAllocation other) {
        return method.equals(other.method)
                && key().equals(other.key())
                && units == other.units
                && currency.equals(other.currency)
                && note.equals(other.note)
                && withdrawn == other.withdrawn
                && Arrays.equals(parts, other.parts);
    }

    private LotAllocation with(
            long newUnits, LotPart[] newParts, boolean isWithdrawn, int newRevision) {
        return new LotAllocation(
                item,
                place,
                method,
                kind,
                id,
                about,
                eventDay,
                newUnits,
                currency,
                newParts,
                note,
                isWithdrawn,
                newRevision);
    }
}
