/**
 * Words of items and customers. Receives texts; hands on their words, vectors of them that the
 * similarity room can compare, and what a message is about: {@link
 * io.quartermaster.domain.text.ClassifierTrainer} learns labels from texts that people labelled,
 * {@link io.quartermaster.domain.text.TextClassifier} gives them to new ones with a confidence.
 */
package io.quartermaster.domain.text;
