/**
 * Similarity through the JDK's Vector API, where Java is started with {@code --add-modules
 * jdk.incubator.vector}.
 *
 * <p>Nothing here is needed: where the module is not there, the probe says so before any of its
 * classes is touched, and the panel twin of the domain serves.
 */
package io.quartermaster.engines.vector;
