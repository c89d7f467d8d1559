-- Feedback: how content are customers with each brand, and what do they complain of?
-- Window: the last 84 days of the run, counted back from the last day of the table demand.
-- An event counts by its own day: a return by the day of the return, not of the sale.

-- 1. Rates by brand, and the satisfaction score that they make (without decay and without stock
--    readings; the table satisfaction holds the decayed one).
WITH brands AS (
    SELECT DISTINCT item, brand FROM items
), sales AS (
    SELECT b.brand, COUNT(*) AS order_lines, SUM(o.units) AS units_sold
    FROM orders AS o JOIN brands AS b ON o.item = b.item
    WHERE DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
    GROUP BY b.brand
), taken_back AS (
    SELECT b.brand, SUM(r.units) AS units_returned
    FROM return_lines AS r JOIN brands AS b ON r.item = b.item
    WHERE NOT r.cancellation
      AND DAY_OF(r.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
    GROUP BY b.brand
), reviews AS (
    SELECT b.brand, COUNT(*) AS reviews,
           SUM(CASE WHEN f.rating > 0 THEN 1 ELSE 0 END) AS ratings,
           SUM(CASE WHEN f.rating > 0 THEN f.rating ELSE 0 END) AS rating_sum,
           SUM(CASE WHEN f.complaint <> '' THEN 1 ELSE 0 END) AS complaints
    FROM feedback AS f JOIN brands AS b ON f.item = b.item
    WHERE DAY_OF(f.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
    GROUP BY b.brand
), parcels AS (
    SELECT b.brand, COUNT(*) AS promises,
           SUM(CASE WHEN d.delivered_at = '' OR SECONDS_BETWEEN(d.promised_at, d.delivered_at) > 0
                    THEN 1 ELSE 0 END) AS late,
           SUM(d.ordered_units) AS due_units, SUM(d.delivered_units) AS delivered_units
    FROM deliveries AS d JOIN brands AS b ON d.item = b.item
    WHERE d.direction = 'OUTBOUND' AND d.promised_at <> ''
      AND DAY_OF(d.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
    GROUP BY b.brand
), figures AS (
    SELECT s.brand, s.order_lines, s.units_sold, COALESCE(t.units_returned, 0) AS units_returned,
           COALESCE(r.reviews, 0) AS reviews, COALESCE(r.ratings, 0) AS ratings,
           COALESCE(r.rating_sum, 0) AS rating_sum, COALESCE(r.complaints, 0) AS complaints,
           COALESCE(p.promises, 0) AS promises, COALESCE(p.late, 0) AS late,
           COALESCE(p.due_units, 0) AS due_units, COALESCE(p.delivered_units, 0) AS delivered_units
    FROM sales AS s
    LEFT JOIN taken_back AS t ON s.brand = t.brand
    LEFT JOIN reviews AS r ON s.brand = r.brand
    LEFT JOIN parcels AS p ON s.brand = p.brand
)
SELECT brand, order_lines, reviews,
       ROUND(CAST(rating_sum AS DOUBLE) / NULLIF(ratings, 0), 3)        AS mean_rating,
       ROUND(CAST(units_returned AS DOUBLE) / units_sold, 4)            AS return_rate,
       ROUND(CAST(complaints AS DOUBLE) / order_lines, 4)               AS complaint_rate,
       ROUND(CAST(late AS DOUBLE) / NULLIF(promises, 0), 4)             AS late_rate,
       ROUND(SATISFACTION_SCORE(
           CAST(order_lines AS DOUBLE), CAST(units_sold AS DOUBLE), CAST(units_returned AS DOUBLE),
           CAST(complaints AS DOUBLE), CAST(promises AS DOUBLE), CAST(late AS DOUBLE),
           CAST(ratings AS DOUBLE), (rating_sum - ratings) / 4.0E0, CAST(due_units AS DOUBLE),
           CAST(delivered_units AS DOUBLE), 0.0E0, 0.0E0), 4)           AS satisfaction_score
FROM figures
ORDER BY satisfaction_score DESC, brand;

-- 2. Complaints by kind.
SELECT complaint, COUNT(*) AS complaints, ROUND(AVG(CAST(rating AS DOUBLE)), 3) AS mean_rating
FROM feedback
WHERE complaint <> ''
  AND DAY_OF(event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
GROUP BY complaint
ORDER BY complaints DESC, complaint;
