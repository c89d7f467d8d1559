/**
 * Where streams come from and go to: files, Kafka topics, and the readers of files as the world
 * keeps them. Every job reads and writes through an {@link
 * io.quartermaster.pipelines.event.Exchange}.
 */
package io.quartermaster.pipelines.event;
