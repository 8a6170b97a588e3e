package io.rollouthub.connect.csv;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event to be sent, with what Connect writes down in the same transaction.
 *
 * @param partition of what is written down: a site of a sheet, or a file
 * @param offset what is known of it once the event is sent; texts alone
 */
record Outgoing(SpecificRecord event, Map<String, String> partition, Map<String, String> offset) {}
