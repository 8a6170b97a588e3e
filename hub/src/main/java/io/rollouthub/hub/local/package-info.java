/** A broker, a registry and their data, started for one command on this machine. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.local;
