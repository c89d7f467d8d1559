/** The satisfaction job: clean feedback, deliveries, returns and stock in, scores out. */
package io.quartermaster.pipelines.satisfaction;
