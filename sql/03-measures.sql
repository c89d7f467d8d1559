-- Measures of the business by brand and day, as views over a run's result tables (the sql verb and
-- the report bring them along). Days are those of DAY_OF; brand is '' where history tells none.

-- What brand an item is of.
CREATE TEMPORARY VIEW brand_of_item AS
SELECT item, MIN(brand) AS brand FROM items GROUP BY item;

-- Days from a brand's first offer to its first sale; NULL where it has not sold yet.
CREATE TEMPORARY VIEW brand_first_sales AS
SELECT o.brand, o.offered_on, s.first_sale_on,
       TIMESTAMPDIFF(DAY, CAST(o.offered_on AS TIMESTAMP), CAST(s.first_sale_on AS TIMESTAMP)) AS days_to_first_sale
FROM (SELECT brand, MIN(DAY_OF(event_time)) AS offered_on FROM offers GROUP BY brand) AS o
LEFT JOIN (
    SELECT b.brand, MIN(DAY_OF(l.event_time)) AS first_sale_on
    FROM orders AS l JOIN brand_of_item AS b ON l.item = b.item
    GROUP BY b.brand
) AS s ON o.brand = s.brand;

-- One row for each brand and day on which it was on sale:
--   conversion            share of the customers who viewed it that bought it on the same day
--   repeat_purchase_rate  share of its buyers who had bought it on a day before
--   items_on_sale         breadth of assortment; is_new: its first item came at most 90 days ago
--   stock_out_share       share of its items and places that were out of stock at some time
--   overstock_share       share of its units on hand above what 56 days sell at the mean of the last
--                         28 days; of each item's and place's last reading of the day
--   stock_turns           units sold a year over mean units on hand, both of the last 28 days
--   freight_per_order     delivery cost: what was charged for it, over orders that hold the brand
--   margin                revenue - refunds - cost of goods kept - freight; returned goods come back
--                         at cost, refunds count on their own day
CREATE TEMPORARY VIEW brand_days AS
WITH versions AS (
    SELECT item, unit_cost, event_time AS holds_from,
           LEAD(event_time) OVER (PARTITION BY item ORDER BY event_time, id) AS holds_until
    FROM items
), lines AS (
    SELECT b.brand, DAY_OF(o.event_time) AS event_day, o.order_id, o.customer, o.item,
           o.units, o.unit_price, o.freight, i.unit_cost
    FROM orders AS o
    JOIN brand_of_item AS b ON o.item = b.item
    JOIN versions AS i ON o.item = i.item AND i.holds_from <= o.event_time
      AND (i.holds_until IS NULL OR o.event_time < i.holds_until)
), sales AS (
    SELECT brand, event_day,
           COUNT(DISTINCT order_id)          AS orders_placed,
           COUNT(DISTINCT item)              AS items_sold,
           SUM(units * unit_price)           AS revenue,
           SUM(units * unit_cost)            AS cost,
           SUM(freight)                      AS freight
    FROM lines
    GROUP BY brand, event_day
), bought AS (
    SELECT brand, customer, event_day, MIN(event_day) OVER (PARTITION BY brand, customer) AS first_day
    FROM (SELECT DISTINCT brand, customer, event_day FROM lines WHERE customer <> '') AS l
), buyers AS (
    SELECT brand, event_day,
           COUNT(*)                                                  AS buyers,
           SUM(CASE WHEN first_day < event_day THEN 1 ELSE 0 END)    AS repeat_buyers
    FROM bought
    GROUP BY brand, event_day
), viewers AS (
    SELECT b.brand, DAY_OF(v.event_time) AS event_day, v.customer
    FROM behaviour AS v JOIN brand_of_item AS b ON v.item = b.item
    WHERE v.action = 'VIEW' AND v.customer <> ''
    GROUP BY b.brand, DAY_OF(v.event_time), v.customer
), looks AS (
    SELECT v.brand, v.event_day, COUNT(*) AS viewers, COUNT(l.customer) AS viewers_bought
    FROM viewers AS v
    LEFT JOIN bought AS l ON v.brand = l.brand AND v.event_day = l.event_day AND v.customer = l.customer
    GROUP BY v.brand, v.event_day
), taken_back AS (
    SELECT b.brand, DAY_OF(r.event_time) AS event_day, r.units, r.unit_price, i.unit_cost
    FROM `returns` AS r
    JOIN brand_of_item AS b ON r.item = b.item
    JOIN versions AS i ON r.item = i.item AND i.holds_from <= r.event_time
      AND (i.holds_until IS NULL OR r.event_time < i.holds_until)
), refunds AS (
    SELECT brand, event_day, SUM(units * unit_price) AS refunds, SUM(units * unit_cost) AS cost_returned
    FROM taken_back
    GROUP BY brand, event_day
), readings AS (
    SELECT item, place, DAY_OF(event_time) AS event_day, on_hand,
           ROW_NUMBER() OVER (
               PARTITION BY item, place, DAY_OF(event_time) ORDER BY event_time DESC, id DESC) AS latest
    FROM stock
), windows AS (
    SELECT b.brand, d.item, d.place, d.event_day, d.units, d.`views` AS item_views, d.stocked_out,
           AVG(CAST(d.units AS DOUBLE)) OVER (
               PARTITION BY d.item, d.place ORDER BY d.event_day
               ROWS BETWEEN 27 PRECEDING AND CURRENT ROW) AS units_a_day
    FROM demand AS d JOIN brand_of_item AS b ON d.item = b.item
), days AS (
    SELECT w.brand, w.event_day,
           SUM(w.units)                                              AS units,
           SUM(w.item_views)                                         AS item_views,
           COUNT(DISTINCT w.item)                                    AS items_on_sale,
           AVG(CASE WHEN w.stocked_out THEN 1.0E0 ELSE 0.0E0 END)    AS stock_out_share,
           CAST(SUM(r.on_hand) AS DOUBLE)                            AS on_hand,
           SUM(CASE WHEN r.on_hand > 56 * w.units_a_day THEN r.on_hand - 56 * w.units_a_day
                    WHEN r.on_hand IS NOT NULL THEN 0.0E0 END)       AS units_over
    FROM windows AS w
    LEFT JOIN readings AS r
      ON w.item = r.item AND w.place = r.place AND w.event_day = r.event_day AND r.latest = 1
    GROUP BY w.brand, w.event_day
), turning AS (
    SELECT days.*,
           AVG(CAST(units AS DOUBLE)) OVER four_weeks * 365 / NULLIF(AVG(on_hand) OVER four_weeks, 0) AS stock_turns
    FROM days
    WINDOW four_weeks AS (PARTITION BY brand ORDER BY event_day ROWS BETWEEN 27 PRECEDING AND CURRENT ROW)
), launches AS (
    SELECT brand, MIN(launched_on) AS launched_on FROM items GROUP BY brand
)
SELECT t.brand, t.event_day, t.units, t.item_views,
       COALESCE(s.orders_placed, 0)                                         AS orders_placed,
       COALESCE(k.viewers, 0)                                               AS viewers,
       COALESCE(k.viewers_bought, 0)                                        AS viewers_bought,
       CAST(k.viewers_bought AS DOUBLE) / k.viewers                         AS conversion,
       COALESCE(u.buyers, 0)                                                AS buyers,
       COALESCE(u.repeat_buyers, 0)                                         AS repeat_buyers,
       CAST(u.repeat_buyers AS DOUBLE) / u.buyers                           AS repeat_purchase_rate,
       t.items_on_sale,
       COALESCE(s.items_sold, 0)                                            AS items_sold,
       t.event_day < l.launched_on + INTERVAL '90' DAY                      AS is_new,
       t.stock_out_share,
       CAST(t.on_hand AS BIGINT)                                            AS on_hand,
       t.units_over / NULLIF(t.on_hand, 0)                                  AS overstock_share,
       t.stock_turns,
       CAST(COALESCE(s.revenue, 0) AS DECIMAL(18, 2))                       AS revenue,
       CAST(COALESCE(r.refunds, 0) AS DECIMAL(18, 2))                       AS refunds,
       CAST(COALESCE(s.freight, 0) AS DECIMAL(18, 2))                       AS freight,
       CAST(s.freight AS DOUBLE) / s.orders_placed                          AS freight_per_order,
       CAST(COALESCE(s.revenue, 0) - COALESCE(r.refunds, 0) - COALESCE(s.cost, 0)
            + COALESCE(r.cost_returned, 0) - COALESCE(s.freight, 0) AS DECIMAL(18, 2)) AS margin
FROM turning AS t
LEFT JOIN sales AS s ON t.brand = s.brand AND t.event_day = s.event_day
LEFT JOIN looks AS k ON t.brand = k.brand AND t.event_day = k.event_day
LEFT JOIN buyers AS u ON t.brand = u.brand AND t.event_day = u.event_day
LEFT JOIN refunds AS r ON t.brand = r.brand AND t.event_day = r.event_day
LEFT JOIN launches AS l ON t.brand = l.brand;

-- The whole market by day; share_of_new_brands is of the brands on sale, revenue_of_new_brands of
-- the day's revenue.
CREATE TEMPORARY VIEW market_days AS
SELECT event_day,
       COUNT(*)                                                     AS brands_on_sale,
       SUM(items_on_sale)                                           AS items_on_sale,
       SUM(revenue)                                                 AS revenue,
       SUM(margin)                                                  AS margin,
       AVG(CASE WHEN is_new THEN 1.0E0 ELSE 0.0E0 END)              AS share_of_new_brands,
       CAST(SUM(CASE WHEN is_new THEN revenue ELSE 0 END) AS DOUBLE)
           / NULLIF(CAST(SUM(revenue) AS DOUBLE), 0)                AS revenue_of_new_brands
FROM brand_days
GROUP BY event_day;

-- Two weeks ahead of every item and place, as the verb forecast makes them from the units sold.
CREATE TEMPORARY VIEW demand_forecast AS
SELECT SUBSTRING(f.unique_id FROM 1 FOR POSITION('|' IN f.unique_id) - 1) AS item,
       SUBSTRING(f.unique_id FROM POSITION('|' IN f.unique_id) + 1)       AS place,
       f.ds AS event_day, f.model_name, f.expected AS `mean`, f.q10, f.q50, f.q90, f.reason
FROM (
    SELECT ML_FORECAST(item || '|' || place, event_day, CAST(units AS DOUBLE), 14) AS forecasts
    FROM demand
) AS all_series
CROSS JOIN UNNEST(forecasts) AS f(unique_id, ds, model_name, expected, q10, q50, q90, reason);
