/** Programs of this machine that tests run. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.command;
