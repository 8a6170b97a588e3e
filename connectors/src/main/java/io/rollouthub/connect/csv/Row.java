package io.rollouthub.connect.csv;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line on which it begins, from 1
 * @param text as it stands in the file
 * @param cells by their columns' names, without white space around them
 */
record Row(int line, String text, Map<String, String> cells) {}
