package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Feedback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionRulesTest {

    @Test
    void refusesClicksBeyondTheLimitUntilTheWindowHasPassed() {
        BurstRule rule = new BurstRule(3, Duration.ofSeconds(10));
        RecentTimes recent = RecentTimes.EMPTY;
        List<Integer> refused = new ArrayList<>();
        for (int second : List.of(0, 1, 2, 3, 9, 14, 30)) {
            var view = Sample.view(Sample.TIME.plusSeconds(second));
            if (rule.objection(recent, view).isPresent()) {
                refused.add(second);
            }
            recent = rule.remember(recent, view);
        }
        assertThat(refused).containsExactly(3, 9);
        assertThat(recent.last()).isEqualTo(Sample.TIME.plusSeconds(30).toEpochMilli());
    }

    @Test
    void saysWhatWasDoneTooOften() {
        BurstRule rule = new BurstRule(1, Duration.ofSeconds(10));
        RecentTimes once = rule.remember(RecentTimes.EMPTY, Sample.view(Sample.TIME));
        assertThat(rule.objection(once, Sample.view(Sample.TIME)))
                .hasValue("The visitor did (VIEW) to item (A) more than 1 times within PT10S.");
    }

    @Test
    void callsASecondReviewWithinTheWindowARepetition() {
        ReviewRule rule = new ReviewRule(Duration.ofDays(90));
        assertThat(rule.repeats(Sample.TIME, Sample.TIME.plus(Duration.ofDays(90)))).isTrue();
        assertThat(rule.repeats(Sample.TIME, Sample.TIME.plus(Duration.ofDays(91)))).isFalse();
        assertThat(ReviewRule.reason(Sample.rating(5), Sample.TIME))
                .isEqualTo(
                        "The customer reviewed order (o1) item (A) at 2011-05-01T10:00:00Z already.");
    }

    @Test
    void judgesOnlyReviewsOfKnownCustomersAndOrders() {
        assertThat(ReviewRule.judges(Sample.rating(5))).isTrue();
        assertThat(ReviewRule.judges(Sample.rating(0))).isFalse();
        assertThat(ReviewRule.judges(review("", "o1"))).isFalse();
        assertThat(ReviewRule.judges(review("customer", ""))).isFalse();
    }

    @Test
    void callsASecondUseOfAnIdACopyWhileItIsRemembered() {
        DuplicateRule rule = new DuplicateRule(Duration.ofDays(7));
        DuplicateRule.Kept kept = new DuplicateRule.Kept(Sample.TIME, "file", 7);
        assertThat(rule.isCopy(kept, Sample.TIME)).isTrue();
        assertThat(rule.isCopy(kept, Sample.TIME.plus(Duration.ofDays(8)))).isFalse();
        assertThat(rule.reason("o1", kept)).isEqualTo("The id (o1) stands in file, line 7 too.");
    }

    private static Feedback review(String customer, String order) {
        return new Feedback("f1", Sample.TIME, "file", order, "", "", customer, 4, "", "");
    }
}
