/**
 * Flink ML 2.2.0 on Flink 1.20: its byte code is rewritten while this module is built. Receives the
 * jars of its owner; hands on those of its classes that are used here, linked against this Flink.
 */
package io.quartermaster.engines.flinkml;
