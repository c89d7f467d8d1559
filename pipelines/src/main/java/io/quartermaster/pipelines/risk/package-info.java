/**
 * Order lines as files, the model of late deliveries as a file, and the job that watches supply.
 */
package io.quartermaster.pipelines.risk;
