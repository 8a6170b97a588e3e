package io.rollouthub.connect.csv;

/**
 * What a mapping file says.
 *
 * @param supplier who reports
 * @param form what the rows are
 */
record Mapping(String supplier, Layout layout, RowForm form) {}
