/** Whether a process of the hub is well, for whoever starts it and sends requests to it. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.health;
