/**
 * A source for suppliers without Kafka: files of CSV dropped into a folder become events.
 *
 * <p>Connect sees {@link io.rollouthub.connect.csv.CsvSourceConnector} and its task; all they know of files, rows and
 * what changed since the last sheet is in {@code CsvFeed} and below, which know nothing of Connect.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.csv;
