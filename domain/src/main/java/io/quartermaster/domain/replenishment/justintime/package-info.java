/**
 * What must be ordered when. Receives lots in stock, orders under way, forecasts and deliveries;
 * hands on the distribution of lead times, stock cover, the latest day to order, and alerts of old
 * and too much stock.
 */
package io.quartermaster.domain.replenishment.justintime;
