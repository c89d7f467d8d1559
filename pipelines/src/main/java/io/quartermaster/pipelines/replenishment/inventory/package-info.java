/**
 * Which lots stock came from and what it is worth, and what must be ordered when: coats over {@code
 * domain.replenishment.lots} and {@code domain.replenishment.justintime}.
 */
package io.quartermaster.pipelines.replenishment.inventory;
