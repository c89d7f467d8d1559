/** Tests of the SQL texts of this module. */
package io.quartermaster.sql;
