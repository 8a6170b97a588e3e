/** The one application: its entry point. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub;
