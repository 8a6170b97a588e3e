/** The journal outside Kafka: its entries as JSON Lines, as an export writes them and a replay reads them. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.reader.journal;
