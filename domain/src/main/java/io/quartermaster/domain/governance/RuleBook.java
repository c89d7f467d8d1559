package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that judge an event by itself, in order: the first that objects gives its name to the
 * reject. Repairs come before, so that a rule sees the event as it would leave.
 */
public final class RuleBook {

    /** Item codes that are no goods where nobody says otherwise. */
    public static final List<String> DEFAULT_NOT_PRODUCTS = NotAProduct.DEFAULT_CODES;

    private final List<Rule> rules;

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The whole book.
     *
     * @param notProducts item codes, in upper case, that are no goods
     * @param earliest events before it are impossible
     * @param latest events after it lie in the future; {@link Instant#MAX} if nothing does
     */
    public static RuleBook of(Set<String> notProducts, Instant earliest, Instant latest) {
        return new RuleBook(
                List.of(
                        new NotAProduct(notProducts),
                        new FutureTime(latest),
                        new ImpossibleTime(earliest),
                        new ImpossibleUnits(),
                        new ImpossiblePrice(),
                        new ImpossibleRating(),
                        new ImpossibleValue()));
    }

    /** Names of the rules in the order they are asked. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }

    /** Repairs what can be, and judges the outcome. */
    public Verdict judge(Event event) {
        Optional<Verdict.Repaired> repair = StockCodeCase.repair(event);
        Event outcome = repair.isPresent() ? repair.get().event() : event;
        for (Rule rule : rules) {
            Optional<String> objection = rule.objection(outcome);
            if (objection.isPresent()) {
                return new Verdict.Rejected(rule.name(), objection.get());
            }
        }
        return repair.isPresent() ? repair.get() : new Verdict.Accepted(event);
    }
}
