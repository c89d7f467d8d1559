/**
 * Recommendations in SQL. Receives purchases of a group; hands on lists and the parts of their
 * scores, by the code of the recommendation job.
 */
package io.quartermaster.udfs.recommendation;
