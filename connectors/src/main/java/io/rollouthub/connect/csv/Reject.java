package io.rollouthub.connect.csv;

/**
 * A row that is not sent, and why.
 *
 * @param line on which the row begins, from 1
 * @param row as it stands in the file
 */
record Reject(int line, String reason, String row) {}
