/** The forecast half of the demand-forecast job: windows in, forecasts of every model out. */
package io.quartermaster.pipelines.forecast;
