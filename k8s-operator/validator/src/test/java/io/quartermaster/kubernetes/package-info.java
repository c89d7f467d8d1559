/** Holds the deployments against the operator's own resource definition and validator. */
package io.quartermaster.kubernetes;
