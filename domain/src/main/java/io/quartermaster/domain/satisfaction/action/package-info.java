/**
 * What to do about an indicator that falls, what that should bring, and what it did. Receives
 * weekly evidence about entities and the actions taken; hands on proposals and measured effects.
 */
package io.quartermaster.domain.satisfaction.action;
