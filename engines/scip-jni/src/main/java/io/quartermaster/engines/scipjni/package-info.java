/** engines/scip-jni. */
package io.quartermaster.engines.scipjni;
