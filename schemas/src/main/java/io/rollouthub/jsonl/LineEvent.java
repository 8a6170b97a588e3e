package io.rollouthub.jsonl;

import org.apache.avro.specific.SpecificRecord;

/**
 * A line that holds an event, not yet judged by the gate's checks.
 *
 * @param lineNumber its place in the file, from 1, blank lines counted
 * @param event one of the four event records
 */
public record LineEvent(long lineNumber, SpecificRecord event) {}
