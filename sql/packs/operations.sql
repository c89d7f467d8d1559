-- Operations: how much was ordered, how fast did stock turn, and where did it run out?
-- Window: the last 28 days of the run, counted back from the last day of the table demand.

-- 1. Orders by place.
SELECT place,
       COUNT(DISTINCT order_id)                                 AS orders_placed,
       COUNT(*)                                                 AS order_lines,
       SUM(units)                                               AS units_sold,
       CAST(SUM(unit_price * units) AS DECIMAL(18, 2))          AS revenue,
       ROUND(CAST(SUM(units) AS DOUBLE) / COUNT(DISTINCT order_id), 3) AS units_per_order
FROM orders
WHERE DAY_OF(event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
GROUP BY place
ORDER BY place;

-- 2. Stock turns a year by brand: units sold in the window * 365 / 28, over the mean of each day's
--    last stock reading (units on hand of all items and places of the brand).
WITH readings AS (
    SELECT item, place, DAY_OF(event_time) AS event_day, on_hand,
           ROW_NUMBER() OVER (
               PARTITION BY item, place, DAY_OF(event_time) ORDER BY event_time DESC, id DESC) AS latest
    FROM stock
    WHERE DAY_OF(event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
), held AS (
    SELECT b.brand, CAST(SUM(r.on_hand) AS DOUBLE) / COUNT(DISTINCT r.event_day) AS mean_on_hand
    FROM readings AS r
    JOIN (SELECT DISTINCT item, brand FROM items) AS b ON r.item = b.item
    WHERE r.latest = 1
    GROUP BY b.brand
), sold AS (
    SELECT b.brand, SUM(d.units) AS units_sold
    FROM demand AS d
    JOIN (SELECT DISTINCT item, brand FROM items) AS b ON d.item = b.item
    WHERE d.event_day > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
    GROUP BY b.brand
)
SELECT held.brand,
       sold.units_sold,
       ROUND(held.mean_on_hand, 1) AS mean_on_hand,
       ROUND(sold.units_sold * 365.0E0 / 28 / NULLIF(held.mean_on_hand, 0), 2) AS turns_a_year
FROM held
JOIN sold ON held.brand = sold.brand
ORDER BY held.brand;

-- 3. Stock-outs by brand: days of an item at a place on which stock was 0 at some time.
SELECT b.brand,
       COUNT(*)                                                  AS item_days,
       SUM(CASE WHEN d.stocked_out THEN 1 ELSE 0 END)            AS days_out,
       ROUND(AVG(CASE WHEN d.stocked_out THEN 1.0E0 ELSE 0.0E0 END), 4) AS share_out
FROM demand AS d
JOIN (SELECT DISTINCT item, brand FROM items) AS b ON d.item = b.item
WHERE d.event_day > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
GROUP BY b.brand
ORDER BY b.brand;

-- 4. The ten items that were out longest.
SELECT item, place, SUM(CASE WHEN stocked_out THEN 1 ELSE 0 END) AS days_out, SUM(units) AS units_sold
FROM demand
WHERE event_day > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
GROUP BY item, place
HAVING SUM(CASE WHEN stocked_out THEN 1 ELSE 0 END) > 0
ORDER BY days_out DESC, item, place
LIMIT 10;
