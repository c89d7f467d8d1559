-- Measures: how does each brand do, from conversion to margin, and what do new brands bring?
-- Window: the last 28 days of the run, counted back from the last day of the table demand.

-- 1. By brand: sums and means of the window; stock turns and breadth as of its last day.
WITH recent AS (
    SELECT * FROM brand_days
    WHERE event_day > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
)
SELECT r.brand,
       ROUND(CAST(SUM(r.viewers_bought) AS DOUBLE) / NULLIF(SUM(r.viewers), 0), 4)   AS conversion,
       ROUND(CAST(SUM(r.repeat_buyers) AS DOUBLE) / NULLIF(SUM(r.buyers), 0), 4)                AS repeat_purchase_rate,
       MAX(r.items_on_sale)                                                          AS items_on_sale,
       MAX(f.days_to_first_sale)                                                     AS days_to_first_sale,
       ROUND(AVG(r.stock_out_share), 4)                                              AS stock_out_share,
       ROUND(SUM(r.overstock_share * r.on_hand) / NULLIF(SUM(r.on_hand), 0), 4)                 AS overstock_share,
       ROUND(MAX(CASE WHEN r.event_day = (SELECT MAX(event_day) FROM demand) THEN r.stock_turns END), 2) AS stock_turns,
       ROUND(CAST(SUM(r.freight) AS DOUBLE) / NULLIF(SUM(r.orders_placed), 0), 2)               AS freight_per_order,
       SUM(r.margin)                                                                 AS margin
FROM recent AS r
LEFT JOIN brand_first_sales AS f ON r.brand = f.brand
GROUP BY r.brand
ORDER BY r.brand;

-- 2. What new brands bring, by week of the window.
SELECT TIMESTAMPDIFF(DAY, CAST(event_day AS TIMESTAMP), (SELECT CAST(MAX(event_day) AS TIMESTAMP) FROM demand)) / 7 AS weeks_back,
       MAX(brands_on_sale)                    AS brands_on_sale,
       ROUND(AVG(share_of_new_brands), 4)     AS share_of_new_brands,
       ROUND(SUM(revenue_of_new_brands * CAST(revenue AS DOUBLE)) / NULLIF(SUM(CAST(revenue AS DOUBLE)), 0), 4) AS revenue_of_new_brands,
       SUM(margin)                            AS margin
FROM market_days
WHERE event_day > (SELECT MAX(event_day) FROM demand) - INTERVAL '28' DAY
GROUP BY TIMESTAMPDIFF(DAY, CAST(event_day AS TIMESTAMP), (SELECT CAST(MAX(event_day) AS TIMESTAMP) FROM demand)) / 7
ORDER BY weeks_back;
