/**
 * The list of every stream between jobs. It names records of all rooms, so it stands outside them:
 * the room of events knows what a channel is, and only this package knows which there are.
 */
package io.quartermaster.pipelines.channel;
