/**
 * The forecast half of the demand-forecast job, and that job: windows in; forecasts of every model,
 * their champion and the lift of campaigns out. Launches borrow from brands of their cluster.
 *
 * <p>Also what the verbs {@code forecast}, {@code train lstm} and {@code lift} do with series of a
 * file, by the same models and some more of one series alone.
 */
package io.quartermaster.pipelines.forecast;
