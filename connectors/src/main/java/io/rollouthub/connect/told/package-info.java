/**
 * What sinks that page have told, and what they have still to tell.
 *
 * <p>{@code Pages} decides and knows neither Kafka nor Connect's records but as something to carry along; {@code ToldBook}
 * is what has been told, {@code Telling} tells. {@code ToldTopic} keeps it on Kafka, {@code LedgerProgress} sees how far the ledger is.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.told;
