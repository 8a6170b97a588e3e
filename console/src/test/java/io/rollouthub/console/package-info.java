@org.jspecify.annotations.NullMarked
package io.rollouthub.console;
