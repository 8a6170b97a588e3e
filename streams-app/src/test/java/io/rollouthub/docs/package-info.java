/** Holds the pages in {@code docs} to what the program does. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.docs;
