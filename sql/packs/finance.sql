-- Finance: what margin is left of each brand after discounts, freight and returns?
-- Window: the last 84 days of the run, counted back from the last day of the table demand; returns
-- and cancellations count on their own day.
--
-- margin = list value - discounts - refunds - cost of the goods that customers kept - freight.
-- Freight is what was charged for it, taken as what it cost, since revenue leaves it out. Returned
-- goods come back at cost. Cost of a unit is the catalogue's on the day of the sale.
WITH sold AS (
    SELECT i.brand, o.id, o.units, o.unit_price, o.discount, o.freight, i.unit_cost,
           ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY i.event_time DESC, i.id DESC) AS latest
    FROM orders AS o
    JOIN items AS i ON o.item = i.item AND i.event_time <= o.event_time
    WHERE DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
), taken_back AS (
    SELECT i.brand, r.id, r.units, r.unit_price, i.unit_cost,
           ROW_NUMBER() OVER (PARTITION BY r.id ORDER BY i.event_time DESC, i.id DESC) AS latest
    FROM return_lines AS r
    JOIN items AS i ON r.item = i.item AND i.event_time <= r.event_time
    WHERE DAY_OF(r.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '84' DAY
), sales AS (
    SELECT brand,
           SUM(units * (unit_price + discount)) AS list_value,
           SUM(units * discount)                AS discounts,
           SUM(freight)                         AS freight,
           SUM(units * unit_cost)               AS cost
    FROM sold WHERE latest = 1
    GROUP BY brand
), refunds AS (
    SELECT brand, SUM(units * unit_price) AS refunds, SUM(units * unit_cost) AS cost_returned
    FROM taken_back WHERE latest = 1
    GROUP BY brand
), sums AS (
    SELECT s.brand, s.list_value, s.discounts, s.freight,
           COALESCE(r.refunds, 0) AS refunds, s.cost - COALESCE(r.cost_returned, 0) AS cost_kept
    FROM sales AS s LEFT JOIN refunds AS r ON s.brand = r.brand
)
SELECT brand,
       CAST(list_value AS DECIMAL(18, 2))   AS list_value,
       CAST(discounts AS DECIMAL(18, 2))    AS discounts,
       CAST(refunds AS DECIMAL(18, 2))      AS refunds,
       CAST(cost_kept AS DECIMAL(18, 2))    AS cost_kept,
       CAST(freight AS DECIMAL(18, 2))      AS freight,
       CAST(list_value - discounts - refunds - cost_kept - freight AS DECIMAL(18, 2)) AS margin,
       ROUND(CAST(list_value - discounts - refunds - cost_kept - freight AS DOUBLE)
             / NULLIF(CAST(list_value - discounts - refunds AS DOUBLE), 0), 4)        AS margin_share
FROM sums
ORDER BY margin DESC, brand;
