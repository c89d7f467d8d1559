/** engines/tensorflow. */
package io.quartermaster.engines.tensorflow;
