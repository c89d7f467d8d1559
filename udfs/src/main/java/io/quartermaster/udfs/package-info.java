/** udfs. */
package io.quartermaster.udfs;
