/** engines/cuda. */
package io.quartermaster.engines.cuda;
