-- Accuracy: how well was each brand's demand forecast, and by which model?
-- Window: every forecast day that has happened by the end of the run. Days on which stock ran out are
-- left out, since sales then say less than what was wanted.
--
-- Pinball loss is the mean over the 0.1, 0.5 and 0.9 quantile. MASE divides each error by the mean
-- difference of the series to itself a week before, over the days before its first forecast.
WITH firsts AS (
    SELECT item, place, MIN(made_on) AS first_made FROM forecast GROUP BY item, place
), scales AS (
    SELECT d.item, d.place, SEASONAL_SCALE(d.event_day, CAST(d.units AS DOUBLE), 7) AS season_scale
    FROM demand AS d
    JOIN firsts AS f ON d.item = f.item AND d.place = f.place AND d.event_day <= f.first_made
    GROUP BY d.item, d.place
), errors AS (
    SELECT b.brand, f.model_name, CAST(d.units AS DOUBLE) AS units, f.`mean` AS expected,
           f.q10, f.q50, f.q90, s.season_scale
    FROM forecast AS f
    JOIN demand AS d ON f.item = d.item AND f.place = d.place AND f.event_day = d.event_day
    JOIN (SELECT DISTINCT item, brand FROM items) AS b ON f.item = b.item
    LEFT JOIN scales AS s ON f.item = s.item AND f.place = s.place
    WHERE NOT d.stocked_out
)
SELECT brand, model_name,
       COUNT(*) AS forecast_days,
       ROUND(AVG((PINBALL_LOSS(0.1E0, q10, units) + PINBALL_LOSS(0.5E0, q50, units)
                  + PINBALL_LOSS(0.9E0, q90, units)) / 3), 5)              AS pinball_loss,
       ROUND(AVG(ABS(units - expected) / NULLIF(season_scale, 0.0E0)), 4)  AS mase,
       ROUND(AVG((units - expected) * (units - expected)), 4)              AS squared_error,
       ROUND(AVG(CASE WHEN units BETWEEN q10 AND q90 THEN 1.0E0 ELSE 0.0E0 END), 4) AS coverage
FROM errors
GROUP BY brand, model_name
ORDER BY brand, model_name;
