/** The command line: one class a verb; checks its input, calls a room, says where the result is. */
package io.quartermaster.pipelines.cli;
