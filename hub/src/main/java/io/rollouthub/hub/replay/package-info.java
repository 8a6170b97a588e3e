/** Replays: files of events through a real broker and the real topology, on a simulated clock. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.replay;
