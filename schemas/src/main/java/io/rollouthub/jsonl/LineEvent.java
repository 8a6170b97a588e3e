package io.rollouthub.jsonl;

import org.apache.avro.specific.SpecificRecord;

/** A line, counted from 1 with the blank ones, that holds one of the four events, not yet judged by the gate's checks. */
public record LineEvent(long lineNumber, SpecificRecord event) {}
