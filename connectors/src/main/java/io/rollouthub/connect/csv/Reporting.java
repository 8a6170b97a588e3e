package io.rollouthub.connect.csv;

/**
 * Who reports, when, and by whose rules.
 *
 * @param checks what an event must pass before it is sent
 */
record Reporting(String supplier, ReportTime time, EventChecks checks) {}
