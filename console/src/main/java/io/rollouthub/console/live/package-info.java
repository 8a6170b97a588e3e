/** What a hub's topics say, held in memory and kept up as they go on. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.console.live;
