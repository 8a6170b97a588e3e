/** The command line: one class a command, and what all commands share (errors, exit codes, logs). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.cli;
