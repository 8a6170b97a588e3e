/** What went wrong, told to people. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.failure;
