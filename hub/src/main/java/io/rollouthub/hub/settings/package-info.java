/** The hub's settings: what there are, where each was given, and what they come to. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.settings;
