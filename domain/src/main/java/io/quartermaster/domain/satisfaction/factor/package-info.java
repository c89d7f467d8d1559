/**
 * Which common factors stand behind indicators: covariance kept row by row, tests of whether factor
 * analysis makes sense, extraction, rotation, and how far loadings have drifted. Knows nothing of
 * satisfaction.
 */
package io.quartermaster.domain.satisfaction.factor;
