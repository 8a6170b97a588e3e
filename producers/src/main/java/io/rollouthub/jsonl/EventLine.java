package io.rollouthub.jsonl;

/** What one line of a file turned out to be. */
public sealed interface EventLine permits LineEvent, LineTick, LineProgramme, LineError {
    /** Its place in the file, from 1, blank lines counted. */
    long lineNumber();
}
