/** Hubs in processes of their own, on the clock on the wall: started, left alone, stopped and killed. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.live;
