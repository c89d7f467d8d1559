/**
 * What happens on a marketplace, as typed records. Receives one record of a file or topic as text
 * fields; hands on events that are whole and possible.
 */
package io.quartermaster.domain.event;
