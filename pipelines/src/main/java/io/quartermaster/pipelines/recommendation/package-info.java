/** The recommendation job: purchases, behaviour, forecasts and stock in, ranked items out. */
package io.quartermaster.pipelines.recommendation;
