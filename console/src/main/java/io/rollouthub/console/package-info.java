/** The console: what people look at in a browser, and the same as JSON; a consumer of the hub's topics like any other. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.console;
