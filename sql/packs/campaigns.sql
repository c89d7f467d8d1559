-- Campaigns: which did the brands' customers answer, and which paid for themselves?
-- Window: every campaign of the run that could be measured.

-- 1. By campaign: what it added beside what would have been sold, and what was left of it; 'adds' where even the
--    lower end of the interval lies above nothing, 'pays' where the net does.
SELECT brand, campaign, kind, starts_on, ends_on,
       ROUND(lift, 1)                             AS lift,
       ROUND(lift_share, 3)                       AS lift_share,
       ROUND(net, 2)                              AS net,
       CASE WHEN net_low > 0 THEN 'pays'
            WHEN lift_low > 0 THEN 'adds'
            WHEN lift_high < 0 THEN 'takes away'
            ELSE 'not sure' END                   AS verdict
FROM campaign_lift
WHERE lift IS NOT NULL
ORDER BY brand, starts_on, campaign;

-- 2. By kind: units and money, summed.
SELECT kind,
       COUNT(*)                                                  AS campaigns,
       ROUND(SUM(lift) / NULLIF(SUM(base_units), 0), 3)          AS lift_share,
       ROUND(SUM(cost) / NULLIF(SUM(lift), 0), 2)                AS cost_per_unit,
       ROUND(SUM(net), 2)                                        AS net
FROM campaign_lift
WHERE lift IS NOT NULL
GROUP BY kind
ORDER BY kind;
