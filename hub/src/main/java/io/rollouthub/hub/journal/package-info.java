/** What is done to a hub's journal and the state made of it: importing one, making state anew. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.journal;
