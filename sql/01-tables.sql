-- Every result table of a run, for a SQL client that is started where the folder results
-- lies (the sql verb registers them by itself). Text cells that are empty stay empty text;
-- other empty cells are NULL. Instants are ISO-8601 text: see DAY_OF and SECONDS_BETWEEN.

CREATE TEMPORARY TABLE `orders` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `order_id` STRING,
    `item` STRING,
    `place` STRING,
    `customer` STRING,
    `seller` STRING,
    `region` STRING,
    `units` BIGINT,
    `unit_price` DECIMAL(18, 4),
    `discount` DECIMAL(18, 4),
    `freight` DECIMAL(18, 4),
    `currency` STRING,
    `promotion` BOOLEAN,
    `repaired` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/orders.csv');

CREATE TEMPORARY TABLE `behaviour` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `customer` STRING,
    `item` STRING,
    `place` STRING,
    `action` STRING,
    `query` STRING,
    `brand` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/behaviour.csv');

CREATE TEMPORARY TABLE `stock` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `item` STRING,
    `place` STRING,
    `on_hand` BIGINT
) WITH ('connector' = 'result-file', 'path' = 'results/csv/stock.csv');

CREATE TEMPORARY TABLE `deliveries` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `direction` STRING,
    `order_id` STRING,
    `item` STRING,
    `place` STRING,
    `seller` STRING,
    `customer` STRING,
    `ordered_units` BIGINT,
    `delivered_units` BIGINT,
    `promised_at` STRING,
    `delivered_at` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/deliveries.csv');

CREATE TEMPORARY TABLE `feedback` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `order_id` STRING,
    `item` STRING,
    `seller` STRING,
    `customer` STRING,
    `rating` BIGINT,
    `complaint` STRING,
    `text` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/feedback.csv');

CREATE TEMPORARY TABLE `payments` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `order_id` STRING,
    `paid_by` STRING,
    `instalments` BIGINT,
    `amount` DECIMAL(18, 4),
    `currency` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/payments.csv');

CREATE TEMPORARY TABLE `returns` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `order_id` STRING,
    `item` STRING,
    `place` STRING,
    `customer` STRING,
    `seller` STRING,
    `units` BIGINT,
    `unit_price` DECIMAL(18, 4),
    `currency` STRING,
    `reason` STRING,
    `cancellation` BOOLEAN,
    `matched_order` STRING,
    `ordered_at` STRING,
    `repaired` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/returns.csv');

CREATE TEMPORARY TABLE `lots` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `item` STRING,
    `place` STRING,
    `lot` STRING,
    `units` BIGINT,
    `unit_cost` DECIMAL(18, 4),
    `currency` STRING,
    `expires_on` DATE,
    `version` BIGINT
) WITH ('connector' = 'result-file', 'path' = 'results/csv/lots.csv');

CREATE TEMPORARY TABLE `offers` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `brand` STRING,
    `category` STRING,
    `supplier` STRING,
    `items` BIGINT,
    `unit_cost` DECIMAL(18, 4),
    `list_price` DECIMAL(18, 4),
    `currency` STRING,
    `new_items_share` DOUBLE,
    `capacity_per_day` BIGINT,
    `lead_time_days` BIGINT
) WITH ('connector' = 'result-file', 'path' = 'results/csv/offers.csv');

CREATE TEMPORARY TABLE `terms` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `brand` STRING,
    `supplier` STRING,
    `version` BIGINT,
    `lead_time_days` BIGINT,
    `min_order_units` BIGINT,
    `pack_units` BIGINT,
    `cost_factor` DECIMAL(18, 4),
    `capacity_per_day` BIGINT,
    `order_every_days` BIGINT,
    `order_weekdays` STRING,
    `price_tiers` STRING,
    `production_lead_days` BIGINT,
    `ramp_days` BIGINT,
    `exclusive` BOOLEAN,
    `exclusive_in` STRING,
    `valid_from` DATE,
    `valid_to` DATE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/terms.csv');

CREATE TEMPORARY TABLE `campaigns` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `campaign` STRING,
    `brand` STRING,
    `version` BIGINT,
    `items` STRING,
    `places` STRING,
    `starts_on` DATE,
    `ends_on` DATE,
    `kind` STRING,
    `cost` DECIMAL(18, 4),
    `currency` STRING,
    `discount` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/campaigns.csv');

CREATE TEMPORARY TABLE `lifecycle` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `brand` STRING,
    `stage` STRING,
    `note` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/lifecycle.csv');

CREATE TEMPORARY TABLE `judgements` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `expert` STRING,
    `brand` STRING,
    `criterion` STRING,
    `against` STRING,
    `judged_value` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/judgements.csv');

CREATE TEMPORARY TABLE `items` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `item` STRING,
    `brand` STRING,
    `category` STRING,
    `supplier` STRING,
    `unit_cost` DECIMAL(18, 4),
    `list_price` DECIMAL(18, 4),
    `currency` STRING,
    `unit_volume` DOUBLE,
    `shelf_life_days` BIGINT,
    `launched_on` DATE,
    `assumed` BOOLEAN
) WITH ('connector' = 'result-file', 'path' = 'results/csv/items.csv');

CREATE TEMPORARY TABLE `actions` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `brand` STRING,
    `action` STRING,
    `subject` STRING,
    `decision` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/actions.csv');

CREATE TEMPORARY TABLE `purchase_steps` (
    `id` STRING,
    `event_time` STRING,
    `source` STRING,
    `purchase_order` STRING,
    `supplier` STRING,
    `state` STRING,
    `quantity` BIGINT,
    `arrival_day` DATE,
    `note` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/purchase_steps.csv');

CREATE TEMPORARY TABLE `demand` (
    `item` STRING,
    `place` STRING,
    `event_day` DATE,
    `units` BIGINT,
    `price` DOUBLE,
    `stocked_out` BOOLEAN,
    `views` BIGINT,
    `favourites` BIGINT,
    `carts` BIGINT,
    `promotion` DOUBLE,
    `as_of` STRING,
    `campaign` STRING,
    `base_units` DOUBLE,
    `wanted_units` DOUBLE,
    `shown` BIGINT,
    `organic_units` DOUBLE,
    `category_units` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/demand.csv');

CREATE TEMPORARY TABLE `forecast` (
    `item` STRING,
    `place` STRING,
    `made_on` DATE,
    `event_day` DATE,
    `model_name` STRING,
    `mean` DOUBLE,
    `q10` DOUBLE,
    `q50` DOUBLE,
    `q90` DOUBLE,
    `model_version` STRING,
    `as_of` STRING,
    `champion` BOOLEAN,
    `cumulative_q90` DOUBLE,
    `cumulative_q50` DOUBLE,
    `reason` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/forecast.csv');

CREATE TEMPORARY TABLE `forecast_totals` (
    `level` STRING,
    `node` STRING,
    `made_on` DATE,
    `event_day` DATE,
    `mean` DOUBLE,
    `q10` DOUBLE,
    `q50` DOUBLE,
    `q90` DOUBLE,
    `series` BIGINT,
    `method` STRING,
    `as_of` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/forecast_totals.csv');

CREATE TEMPORARY TABLE `campaign_lift` (
    `brand` STRING,
    `campaign` STRING,
    `kind` STRING,
    `starts_on` DATE,
    `ends_on` DATE,
    `units` DOUBLE,
    `base_units` DOUBLE,
    `lift` DOUBLE,
    `lift_low` DOUBLE,
    `lift_high` DOUBLE,
    `lift_share` DOUBLE,
    `placebos` BIGINT,
    `turnover_gained` DOUBLE,
    `margin_gained` DOUBLE,
    `cost` DOUBLE,
    `net` DOUBLE,
    `net_low` DOUBLE,
    `net_high` DOUBLE,
    `currency` STRING,
    `note` STRING,
    `version` BIGINT,
    `as_of` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/campaign_lift.csv');

CREATE TEMPORARY TABLE `plan` (
    `plan_day` DATE,
    `item` STRING,
    `place` STRING,
    `supplier` STRING,
    `order_day` DATE,
    `arrival_day` DATE,
    `quantity` BIGINT,
    `packs` BIGINT,
    `reason` STRING,
    `plan_version` STRING,
    `assumed` BOOLEAN,
    `status` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/plan.csv');

CREATE TEMPORARY TABLE `plan_summaries` (
    `plan_day` DATE,
    `supplier` STRING,
    `plan_version` STRING,
    `solver` STRING,
    `status` STRING,
    `objective` DOUBLE,
    `bound` DOUBLE,
    `lines` BIGINT,
    `units` BIGINT,
    `violations` BIGINT,
    `reason` STRING,
    `stock_units` BIGINT,
    `stock_value` DECIMAL(18, 4),
    `cause` STRING,
    `items` BIGINT,
    `changed_orders` BIGINT,
    `changed_units` BIGINT
) WITH ('connector' = 'result-file', 'path' = 'results/csv/plan_summaries.csv');

CREATE TEMPORARY TABLE `purchase_orders` (
    `purchase_order` STRING,
    `item` STRING,
    `place` STRING,
    `supplier` STRING,
    `order_day` DATE,
    `arrival_day` DATE,
    `quantity` BIGINT,
    `state` STRING,
    `plan_version` STRING,
    `brand` STRING,
    `assumed` BOOLEAN
) WITH ('connector' = 'result-file', 'path' = 'results/csv/purchase_orders.csv');

CREATE TEMPORARY TABLE `purchase_order_states` (
    `purchase_order` STRING,
    `revision` BIGINT,
    `state` STRING,
    `changed_at` STRING,
    `quantity` BIGINT,
    `arrival_day` DATE,
    `unit_cost` DECIMAL(18, 4),
    `reason` STRING,
    `supplier` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/purchase_order_states.csv');

CREATE TEMPORARY TABLE `negotiation` (
    `plan_day` DATE,
    `supplier` STRING,
    `plan_version` STRING,
    `lever` STRING,
    `change` STRING,
    `saved` DOUBLE,
    `saved_per_year` DOUBLE,
    `basis` STRING,
    `cost_before` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/negotiation.csv');

CREATE TEMPORARY TABLE `lot_allocations` (
    `item` STRING,
    `place` STRING,
    `lot_order` STRING,
    `event_day` DATE,
    `kind` STRING,
    `id` STRING,
    `order_line` STRING,
    `lot` STRING,
    `received_at` STRING,
    `expires_on` DATE,
    `units` BIGINT,
    `amount` DECIMAL(18, 4),
    `currency` STRING,
    `note` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/lot_allocations.csv');

CREATE TEMPORARY TABLE `stock_value` (
    `item` STRING,
    `place` STRING,
    `lot_order` STRING,
    `event_day` DATE,
    `units` BIGINT,
    `short_units` BIGINT,
    `opening_value` DECIMAL(18, 4),
    `received_value` DECIMAL(18, 4),
    `cost_of_sales` DECIMAL(18, 4),
    `written_off` DECIMAL(18, 4),
    `stock_value` DECIMAL(18, 4),
    `currency` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/stock_value.csv');

CREATE TEMPORARY TABLE `stock_signals` (
    `item` STRING,
    `place` STRING,
    `supplier` STRING,
    `event_day` DATE,
    `on_hand` BIGINT,
    `open_units` BIGINT,
    `overdue_units` BIGINT,
    `demand_per_day` DOUBLE,
    `cover_days` DOUBLE,
    `lead_days` BIGINT,
    `runs_out_on` DATE,
    `order_by` DATE,
    `pull` STRING,
    `pull_units` BIGINT,
    `oldest_days` BIGINT,
    `aged_units` BIGINT,
    `expiring_units` BIGINT,
    `excess_units` BIGINT,
    `excess_value` DECIMAL(18, 4),
    `currency` STRING,
    `alerts` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/stock_signals.csv');

CREATE TEMPORARY TABLE `stock_ages` (
    `item` STRING,
    `place` STRING,
    `event_day` DATE,
    `lot` STRING,
    `received_at` STRING,
    `age_days` BIGINT,
    `expires_on` DATE,
    `units` BIGINT,
    `amount` DECIMAL(18, 4),
    `currency` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/stock_ages.csv');

CREATE TEMPORARY TABLE `lead_times` (
    `item` STRING,
    `supplier` STRING,
    `event_day` DATE,
    `own_deliveries` DOUBLE,
    `supplier_deliveries` DOUBLE,
    `agreed_days` BIGINT,
    `mean_days` DOUBLE,
    `sd_days` DOUBLE,
    `q50_days` BIGINT,
    `q90_days` BIGINT,
    `q95_days` BIGINT
) WITH ('connector' = 'result-file', 'path' = 'results/csv/lead_times.csv');

CREATE TEMPORARY TABLE `recommendations` (
    `customer` STRING,
    `position` BIGINT,
    `item` STRING,
    `score` DOUBLE,
    `reason` STRING,
    `as_of` STRING,
    `method_name` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/recommendations.csv');

CREATE TEMPORARY TABLE `recommendation_parts` (
    `customer` STRING,
    `position` BIGINT,
    `item` STRING,
    `part` BIGINT,
    `part_kind` STRING,
    `part_source` STRING,
    `amount` DOUBLE,
    `as_of` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/recommendation_parts.csv');

CREATE TEMPORARY TABLE `shown_items` (
    `customer` STRING,
    `item` STRING,
    `shown_at` STRING,
    `clicked` BIGINT,
    `neighbours` DOUBLE,
    `content` DOUBLE,
    `popularity` DOUBLE,
    `score` DOUBLE,
    `own_items` DOUBLE,
    `category_share` DOUBLE,
    `brand_share` DOUBLE,
    `price` DOUBLE,
    `age_days` DOUBLE,
    `satisfaction` DOUBLE,
    `brand_score` DOUBLE,
    `demand` DOUBLE,
    `trend` DOUBLE,
    `days_left` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/shown_items.csv');

CREATE TEMPORARY TABLE `satisfaction` (
    `entity_kind` STRING,
    `entity` STRING,
    `event_day` DATE,
    `score` DOUBLE,
    `part_returns` DOUBLE,
    `part_complaints` DOUBLE,
    `part_punctuality` DOUBLE,
    `part_rating` DOUBLE,
    `part_fill_rate` DOUBLE,
    `part_quality` DOUBLE,
    `part_price` DOUBLE,
    `part_speed` DOUBLE,
    `part_service` DOUBLE,
    `part_stock_outs` DOUBLE,
    `action` STRING,
    `rating_returns` DOUBLE,
    `evidence_returns` DOUBLE,
    `rating_complaints` DOUBLE,
    `evidence_complaints` DOUBLE,
    `rating_punctuality` DOUBLE,
    `evidence_punctuality` DOUBLE,
    `rating_rating` DOUBLE,
    `evidence_rating` DOUBLE,
    `rating_fill_rate` DOUBLE,
    `evidence_fill_rate` DOUBLE,
    `rating_quality` DOUBLE,
    `evidence_quality` DOUBLE,
    `rating_price` DOUBLE,
    `evidence_price` DOUBLE,
    `rating_speed` DOUBLE,
    `evidence_speed` DOUBLE,
    `rating_service` DOUBLE,
    `evidence_service` DOUBLE,
    `rating_stock_outs` DOUBLE,
    `evidence_stock_outs` DOUBLE,
    `since_day` DATE,
    `change` DOUBLE,
    `change_returns` DOUBLE,
    `change_complaints` DOUBLE,
    `change_punctuality` DOUBLE,
    `change_rating` DOUBLE,
    `change_fill_rate` DOUBLE,
    `change_quality` DOUBLE,
    `change_price` DOUBLE,
    `change_speed` DOUBLE,
    `change_service` DOUBLE,
    `change_stock_outs` DOUBLE,
    `change_mix` DOUBLE,
    `change_weighting` DOUBLE,
    `cause` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/satisfaction.csv');

CREATE TEMPORARY TABLE `satisfaction_weights` (
    `entity_kind` STRING,
    `event_day` DATE,
    `weight_method` STRING,
    `weight_returns` DOUBLE,
    `weight_complaints` DOUBLE,
    `weight_punctuality` DOUBLE,
    `weight_rating` DOUBLE,
    `weight_fill_rate` DOUBLE,
    `weight_quality` DOUBLE,
    `weight_price` DOUBLE,
    `weight_speed` DOUBLE,
    `weight_service` DOUBLE,
    `weight_stock_outs` DOUBLE,
    `entities` BIGINT,
    `factors` BIGINT,
    `kmo` DOUBLE,
    `bartlett_p` DOUBLE,
    `congruence` DOUBLE,
    `alarm` BOOLEAN,
    `note` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/satisfaction_weights.csv');

CREATE TEMPORARY TABLE `satisfaction_actions` (
    `entity_kind` STRING,
    `entity` STRING,
    `event_day` DATE,
    `indicator` STRING,
    `action` STRING,
    `subject` STRING,
    `rate_before` DOUBLE,
    `rate_now` DOUBLE,
    `evidence_before` DOUBLE,
    `evidence_now` DOUBLE,
    `change` DOUBLE,
    `change_error` DOUBLE,
    `peers_change` DOUBLE,
    `subject_events` DOUBLE,
    `subject_evidence` DOUBLE,
    `reference_rate` DOUBLE,
    `expected_rate` DOUBLE,
    `expected_indicator` DOUBLE,
    `expected_score` DOUBLE,
    `reason` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/satisfaction_actions.csv');

CREATE TEMPORARY TABLE `action_effects` (
    `brand` STRING,
    `action_id` STRING,
    `action` STRING,
    `subject` STRING,
    `action_day` DATE,
    `event_day` DATE,
    `indicator` STRING,
    `rate_before` DOUBLE,
    `rate_after` DOUBLE,
    `evidence_before` DOUBLE,
    `evidence_after` DOUBLE,
    `peers` BIGINT,
    `peers_change` DOUBLE,
    `effect` DOUBLE,
    `low` DOUBLE,
    `high` DOUBLE,
    `placebo_p` DOUBLE,
    `expected` DOUBLE,
    `verdict` STRING,
    `note` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/action_effects.csv');

CREATE TEMPORARY TABLE `brand_scores` (
    `brand` STRING,
    `event_day` DATE,
    `score` DOUBLE,
    `position` BIGINT,
    `cluster` STRING,
    `stage` STRING,
    `part_awareness` DOUBLE,
    `part_market_potential` DOUBLE,
    `part_innovation` DOUBLE,
    `part_supply_capability` DOUBLE,
    `part_quality` DOUBLE,
    `part_willingness` DOUBLE,
    `part_satisfaction` DOUBLE,
    `rating_awareness` DOUBLE,
    `evidence_awareness` DOUBLE,
    `rating_market_potential` DOUBLE,
    `evidence_market_potential` DOUBLE,
    `rating_innovation` DOUBLE,
    `evidence_innovation` DOUBLE,
    `rating_supply_capability` DOUBLE,
    `evidence_supply_capability` DOUBLE,
    `rating_quality` DOUBLE,
    `evidence_quality` DOUBLE,
    `rating_willingness` DOUBLE,
    `evidence_willingness` DOUBLE,
    `rating_satisfaction` DOUBLE,
    `evidence_satisfaction` DOUBLE,
    `consistency_ratio` DOUBLE,
    `reason` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/brand_scores.csv');

CREATE TEMPORARY TABLE `brand_priors` (
    `brand` STRING,
    `event_day` DATE,
    `cluster` STRING,
    `category` STRING,
    `others` BIGINT,
    `returns_prior` DOUBLE,
    `returns_strength` DOUBLE,
    `returns_expected` DOUBLE,
    `returns_evidence` DOUBLE,
    `satisfaction_prior` DOUBLE,
    `satisfaction_expected` DOUBLE,
    `satisfaction_evidence` DOUBLE
) WITH ('connector' = 'result-file', 'path' = 'results/csv/brand_priors.csv');

CREATE TEMPORARY TABLE `risk_alerts` (
    `kind` STRING,
    `subject` STRING,
    `supplier` STRING,
    `event_day` DATE,
    `state` STRING,
    `score` DOUBLE,
    `reason` STRING,
    `exposed_items` BIGINT,
    `exposed_units` BIGINT,
    `exposed_value` DECIMAL(18, 4)
) WITH ('connector' = 'result-file', 'path' = 'results/csv/risk_alerts.csv');

CREATE TEMPORARY TABLE `late_chances` (
    `order_id` STRING,
    `item` STRING,
    `place` STRING,
    `brand` STRING,
    `supplier` STRING,
    `state` STRING,
    `units` BIGINT,
    `ordered_day` DATE,
    `due_day` DATE,
    `event_day` DATE,
    `chance` DOUBLE,
    `reason` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/late_chances.csv');

CREATE TEMPORARY TABLE `answers` (
    `id` STRING,
    `event_time` STRING,
    `customer` STRING,
    `order_id` STRING,
    `item` STRING,
    `seller` STRING,
    `text` STRING,
    `text_language` STRING,
    `intent` STRING,
    `sentiment` STRING,
    `sentiment_score` DOUBLE,
    `answer` STRING,
    `origin` STRING,
    `confidence` DOUBLE,
    `for_person` BOOLEAN,
    `reason` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/answers.csv');

CREATE TEMPORARY TABLE `aspects` (
    `id` STRING,
    `event_time` STRING,
    `origin` STRING,
    `about` STRING,
    `customer` STRING,
    `order_id` STRING,
    `item` STRING,
    `seller` STRING,
    `aspect` STRING,
    `score` DOUBLE,
    `complaint` BOOLEAN
) WITH ('connector' = 'result-file', 'path' = 'results/csv/aspects.csv');

CREATE TEMPORARY TABLE `quarantine` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/quarantine.csv');

CREATE TEMPORARY TABLE `rejected_judgements` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/rejected_judgements.csv');

CREATE TEMPORARY TABLE `rejected_purchase_steps` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/rejected_purchase_steps.csv');

CREATE TEMPORARY TABLE `demand_late` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/demand_late.csv');

CREATE TEMPORARY TABLE `forecast_late` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/forecast_late.csv');

CREATE TEMPORARY TABLE `erased_late` (
    `source` STRING,
    `line` BIGINT,
    `rule` STRING,
    `reason` STRING,
    `original` STRING,
    `kind` STRING
) WITH ('connector' = 'result-file', 'path' = 'results/csv/erased_late.csv');
