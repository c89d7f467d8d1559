package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Instant;

/** Signals in few words. Days are of January 2026. */
final class Signals {

    private Signals() {}

    static RecommendationSignal bought(int day, String customer, String item) {
        return of(Kind.ORDERED, day, customer, item, 1);
    }

    static RecommendationSignal erased(int day, String customer) {
        return of(Kind.ERASED, day, customer, "", 0);
    }

    static RecommendationSignal of(
            Kind kind, int day, String customer, String item, double amount) {
        return new RecommendationSignal(
                kind, customer + item + day, noon(day), customer, item, "main", amount);
    }

    static Instant noon(int day) {
        return Instant.parse("2026-01-%02dT12:00:00Z".formatted(day));
    }

    static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
