/**
 * What items are like by themselves: vectors of words, attributes, pictures or anything else that a
 * catalogue brings, put together by weights that are learnt from what customers choose together. So
 * an item is recommended before anybody has had to do with it.
 */
package io.quartermaster.domain.recommendation.content;
