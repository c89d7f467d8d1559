/**
 * A marketplace that never was: brands with a hidden quality, items with a hidden demand, customers
 * with hidden tastes, and the events that such a place would leave behind. Receives sizes and a
 * seed; hands on events of every kind in time order, and the true demand, which no job reads.
 *
 * <p>Every entity draws from a stream of its own, named by the seed and the entity, so that more
 * items, brands or days leave what the others drew as it was.
 */
package io.quartermaster.domain.event.generator;
