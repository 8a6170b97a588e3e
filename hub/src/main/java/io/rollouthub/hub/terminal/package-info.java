/** How results are shown on a terminal, in a file or a pipe: tables, sentences, JSON. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.terminal;
