/** The schema registry's address for everybody: look-ups pass, writes need the hub's token. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.door;
