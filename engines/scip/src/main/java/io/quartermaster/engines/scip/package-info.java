/** engines/scip. */
package io.quartermaster.engines.scip;
