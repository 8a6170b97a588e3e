/** Where the programs of this Java are. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.program;
