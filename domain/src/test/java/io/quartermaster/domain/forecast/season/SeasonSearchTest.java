package io.quartermaster.domain.forecast.season;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonSearchTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 24, 52})
    void thePeriodOfRandomProfilesIsFound(int period) {
        Random random = new Random(period);
        List<double[]> all = new ArrayList<>();
        for (int series = 0; series < 20; series++) {
            double[] profile = random.doubles(period, -8, 8).toArray();
            double[] values = new double[8 * period + 60];
            double level = 100;
            for (int i = 0; i < values.length; i++) {
                level += random.nextGaussian();
                double season = period == 1 ? 0 : profile[i % period];
                values[i] = level + season + 3 * random.nextGaussian();
            }
            all.add(values);
        }
        assertEquals(period, SeasonSearch.period(all));
    }

    @Test
    void aWeekOfHoursIsTakenWhereItTellsMoreThanTheirDay() {
        double[] weekly = new double[24 * 7 * 5];
        double[] daily = new double[weekly.length];
        Random random = new Random(9);
        for (int hour = 0; hour < weekly.length; hour++) {
            double ofDay = 20 * Math.sin(2 * Math.PI * hour / 24);
            boolean isWeekend = hour / 24 % 7 >= 5;
            daily[hour] = 100 + ofDay + random.nextGaussian();
            weekly[hour] = 100 + (isWeekend ? -30 : ofDay) + random.nextGaussian();
        }
        assertEquals(168, SeasonSearch.longer(List.of(weekly), 24, 168));
        assertEquals(24, SeasonSearch.longer(List.of(daily), 24, 168));
    }
}
