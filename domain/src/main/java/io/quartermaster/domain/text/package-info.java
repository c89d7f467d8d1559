/** Words of items and customers. Receives item texts and messages; hands on tokens and vectors. */
package io.quartermaster.domain.text;
