/** What the hub's topics say now or said at an instant, read back, and how it is shown. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.view;
