package io.qpy.check;

/**
 * A change that takes a finding from a script and surely keeps what the script means.
 *
 * @param finding what it takes away
 * @param line from 1
 * @param column from 1, in characters
 * @param old what stands there, within one line
 * @param replacement what is to stand there
 */
public record Fix(Finding finding, int line, int column, String old, String replacement) {}
