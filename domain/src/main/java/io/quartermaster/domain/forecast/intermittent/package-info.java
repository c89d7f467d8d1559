/** Models of demand that comes now and then: Croston, Syntetos-Boylan, Teunter-Syntetos-Babai. */
package io.quartermaster.domain.forecast.intermittent;
