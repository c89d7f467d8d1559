package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandScore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratings of all brands as of the end of a day.
 *
 * @param day the day
 * @param brands in alphabetical order, since labels follow the order of the input
 * @param ratings of each brand, in the order of the criteria
 */
record RatingTable(LocalDate day, List<String> brands, List<double[]> ratings) {

    static RatingTable asOf(LocalDate day, List<BrandScore> scores) {
        Map<String, BrandScore> last = new TreeMap<>();
        scores.stream()
                .filter(score -> !score.eventDay().isAfter(day))
                .sorted(Comparator.comparing(BrandScore::eventDay))
                .forEach(score -> last.put(score.brand(), score));
        return new RatingTable(
                day,
                List.copyOf(last.keySet()),
                last.values().stream().map(BrandScore::ratings).toList());
    }
}
