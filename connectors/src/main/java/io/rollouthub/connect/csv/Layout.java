package io.rollouthub.connect.csv;

import java.nio.charset.Charset;

/**
 * How the bytes of a file are to be read.
 *
 * @param separator between two cells
 * @param skipLines how many lines stand above the header
 */
record Layout(Charset charset, char separator, int skipLines) {}
