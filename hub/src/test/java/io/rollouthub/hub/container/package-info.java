/** The hub's image and compose file in a real container engine; run with the Maven profile {@code docker}. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.container;
