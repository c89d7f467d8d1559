/**
 * Models of demand that comes now and then: Croston, Syntetos-Boylan, Teunter-Syntetos-Babai,
 * smoothed counts.
 */
package io.quartermaster.domain.forecast.intermittent;
