/** Telling the season of a series of any period apart from the rest. */
package io.quartermaster.domain.forecast.season;
