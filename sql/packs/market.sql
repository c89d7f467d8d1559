-- Market: which categories and brands grow?
-- Window: the last 28 days of the run against the 28 days before them, counted back from the last
-- day of the table demand. Revenue is what was paid, discounts taken off, freight apart.

-- 1. By category.
WITH sales AS (
    SELECT b.category, o.units, o.units * o.unit_price AS revenue,
           DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY AS is_recent
    FROM orders AS o
    JOIN (SELECT DISTINCT item, category FROM items) AS b ON o.item = b.item
    WHERE DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '56' DAY
), sums AS (
    SELECT category,
           SUM(CASE WHEN is_recent THEN units ELSE 0 END)       AS units_now,
           SUM(CASE WHEN is_recent THEN 0 ELSE units END)       AS units_before,
           SUM(CASE WHEN is_recent THEN revenue ELSE 0 END)     AS revenue_now,
           SUM(CASE WHEN is_recent THEN 0 ELSE revenue END)     AS revenue_before
    FROM sales
    GROUP BY category
)
SELECT category, units_before, units_now,
       CAST(revenue_before AS DECIMAL(18, 2)) AS revenue_before,
       CAST(revenue_now AS DECIMAL(18, 2))    AS revenue_now,
       ROUND(CAST(revenue_now AS DOUBLE) / NULLIF(CAST(revenue_before AS DOUBLE), 0) - 1, 4) AS growth
FROM sums
ORDER BY category;

-- 2. By brand, with its share of its category.
WITH sales AS (
    SELECT b.category, b.brand, o.units, o.units * o.unit_price AS revenue,
           DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY AS is_recent
    FROM orders AS o
    JOIN (SELECT DISTINCT item, category, brand FROM items) AS b ON o.item = b.item
    WHERE DAY_OF(o.event_time) > (SELECT MAX(event_day) FROM demand) - INTERVAL '56' DAY
), sums AS (
    SELECT category, brand,
           SUM(CASE WHEN is_recent THEN units ELSE 0 END)       AS units_now,
           SUM(CASE WHEN is_recent THEN 0 ELSE units END)       AS units_before,
           SUM(CASE WHEN is_recent THEN revenue ELSE 0 END)     AS revenue_now,
           SUM(CASE WHEN is_recent THEN 0 ELSE revenue END)     AS revenue_before
    FROM sales
    GROUP BY category, brand
), whole AS (
    SELECT category, SUM(revenue_now) AS category_revenue FROM sums GROUP BY category
)
SELECT s.category, s.brand, s.units_before, s.units_now,
       CAST(s.revenue_before AS DECIMAL(18, 2)) AS revenue_before,
       CAST(s.revenue_now AS DECIMAL(18, 2))    AS revenue_now,
       ROUND(CAST(s.revenue_now AS DOUBLE) / NULLIF(CAST(s.revenue_before AS DOUBLE), 0) - 1, 4) AS growth,
       ROUND(CAST(s.revenue_now AS DOUBLE) / NULLIF(CAST(w.category_revenue AS DOUBLE), 0), 4) AS share
FROM sums AS s
JOIN whole AS w ON s.category = w.category
ORDER BY s.category, s.brand;
