/** The satisfaction score in SQL. */
package io.quartermaster.udfs.satisfaction;
