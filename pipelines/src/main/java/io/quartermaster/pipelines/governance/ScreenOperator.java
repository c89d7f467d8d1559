package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.EventParser;
import io.quartermaster.domain.event.Parsed;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.governance.PersonalData;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.governance.RuleBook;
import io.quartermaster.domain.governance.Tokeniser;
import io.quartermaster.domain.governance.Verdict;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Makes a candidate of each raw record, or a reject: takes personal values out, parses, asks the
 * rules that judge an event by itself. Chained to the source, so that no line in clear ever leaves
 * the task that read it. An operator rather than a function, since a candidate's time is its
 * event's.
 */
final class ScreenOperator extends AbstractStreamOperator<Candidate>
        implements OneInputStreamOperator<RawRecord, Candidate> {

    private static final long serialVersionUID = 1L;

    private final CleaningOptions options;

    private transient PersonalData personalData;
    private transient RuleBook rules;
    private transient Rejects rejects;
    private transient Counter repaired;

    ScreenOperator(CleaningOptions options) {
        this.options = options;
        this.chainingStrategy = ChainingStrategy.ALWAYS;
    }

    @Override
    public void open() throws Exception {
        super.open();
        personalData = new PersonalData(new Tokeniser(options.tokenKey()));
        rules = options.ruleBook();
        rejects = new Rejects(getMetricGroup());
        repaired = getMetricGroup().counter("repaired_total");
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord record = personalData.protect(element.getValue());
        Parsed parsed = EventParser.parse(record, options.zone());
        if (parsed instanceof Parsed.Faulty faulty) {
            reject(record, faulty.rule(), faulty.reason());
        } else if (parsed instanceof Parsed.Whole whole) {
            judge(record, whole.event());
        }
    }

    private void judge(RawRecord record, Event event) {
        Verdict verdict = rules.judge(event);
        if (verdict instanceof Verdict.Accepted) {
            accept(record, event);
        } else if (verdict instanceof Verdict.Repaired repair) {
            repaired.inc();
            accept(record, repair.event());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            reject(record, rejected.rule(), rejected.reason());
        }
    }

    private void accept(RawRecord record, Event event) {
        EventKind kind = EventKind.ofLabel(record.kind()).orElseThrow();
        Candidate candidate = Candidate.of(kind, record.line(), record.original(), event);
        output.collect(new StreamRecord<>(candidate, event.time().toEpochMilli()));
    }

    private void reject(RawRecord record, String rule, String reason) {
        Quarantined reject =
                new Quarantined(
                        record.source(),
                        record.line(),
                        record.kind(),
                        rule,
                        reason,
                        record.original());
        output.collect(Rejects.TAG, new StreamRecord<>(rejects.counted(reject)));
    }
}
