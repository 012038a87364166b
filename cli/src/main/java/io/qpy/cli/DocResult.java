package io.qpy.cli;

import io.qpy.cli.doc.Block;

/**
 * How one block of a document went.
 *
 * @param file the document, as the person named it
 * @param problem null for a block that has passed
 * @param seconds how long it took
 */
record DocResult(String file, Block block, Verdict verdict, DocProblem problem, double seconds) {
    /** What is to be thought of it. */
    enum Verdict {
        PASSED("ok", "passed"),
        FAILED("FAIL", "failed"),
        /** It fails for want of what its reader is to fill in. */
        PLACEHOLDER("fill in", "to fill in"),
        /** It has an endless loop, and went well until its time was up. */
        ENDLESS("runs on", "endless");

        private final String word;
        private final String counted;

        Verdict(String word, String counted) {
            this.word = word;
            this.counted = counted;
        }

        /** As a row has it. */
        String word() {
            return word;
        }

        /** As the summary has it. */
        String counted() {
            return counted;
        }
    }

    /** Why a block has not passed. */
    enum Cause {
        RAISED,
        /** A block before it has failed to make a name. */
        FOLLOWS,
        NO_MODULE,
        NOT_PYTHON,
        DIFFERS,
        STOPPED,
        INTERRUPTED,
        REFUSED,
        UNCLOSED
    }

    /** Where it stands: {@code file:line}. */
    String place() {
        return file + ":" + block.line();
    }

    /** Why it has not passed, in one line; empty for a block that has. */
    String reason() {
        return problem == null ? "" : problem.reason();
    }

    boolean isInterrupted() {
        return problem != null && problem.cause() == Cause.INTERRUPTED;
    }
}
