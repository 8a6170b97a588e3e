/** The one reading side: Kafka's clients, topics read to their end and followed, what they say, how far the hub is. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.reader;
