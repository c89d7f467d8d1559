/** Inventory theory in SQL: safety stock and the newsvendor's order. */
package io.quartermaster.udfs.replenishment;
