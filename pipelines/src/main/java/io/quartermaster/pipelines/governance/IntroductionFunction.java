package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.governance.CatalogueSubject;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/** Keeps out what names a brand or item that the catalogue has not made known yet. */
final class IntroductionFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    /** Whether the brand or item is known; it stays, one boolean for each row of the catalogue. */
    private static final ValueStateDescriptor<Boolean> KNOWN =
            new ValueStateDescriptor<>("known", Boolean.class);

    private final CatalogueSubject subject;

    private transient ValueState<Boolean> known;
    private transient Rejects rejects;

    IntroductionFunction(CatalogueSubject subject) {
        super(Candidate.class, candidate -> rank(subject, candidate) + candidate.position());
        this.subject = subject;
    }

    /** What the candidate names; one that names nothing is a key of its own. */
    static String key(CatalogueSubject subject, Candidate candidate) {
        String named = subject.named(candidate.event());
        return named.isEmpty() ? "|" + candidate.identity() : named;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        known = getRuntimeContext().getState(KNOWN);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        Event event = candidate.event();
        if (subject.named(event).isEmpty()) {
            out.collect(candidate);
        } else if (subject.isIntroducedBy(event)) {
            known.update(true);
            out.collect(candidate);
        } else if (known.value() != null) {
            out.collect(candidate);
        } else {
            context.output(
                    Rejects.TAG,
                    rejects.counted(candidate.rejected(subject.rule(), subject.reason(event))));
        }
    }

    /** At one time, what introduces comes before what refers. */
    private static String rank(CatalogueSubject subject, Candidate candidate) {
        return subject.isIntroducedBy(candidate.event()) ? "0" : "1";
    }
}
