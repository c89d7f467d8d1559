/**
 * The sequence model of the forecast room, carried out by TensorFlow: an LSTM whose graph is built,
 * trained and exported on the JVM, and served through DJL. Nothing outside this package sees
 * TensorFlow or DJL.
 */
package io.quartermaster.engines.tensorflow;
