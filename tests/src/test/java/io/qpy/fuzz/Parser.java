package io.qpy.fuzz;

import java.util.List;

/** A parser that takes bytes from strangers. */
public interface Parser {
    /** Inputs from which others are made. */
    List<byte[]> seeds();

    /** Pieces that are put into inputs. */
    default List<byte[]> words() {
        return List.of();
    }

    /**
     * Parses one input. The parser's declared refusals are caught; any other exception is a finding.
     *
     * @return a short text that tells kinds of results apart, without the input's own bytes; a new one makes an input a seed
     */
    String parse(byte[] input) throws Exception;
}
