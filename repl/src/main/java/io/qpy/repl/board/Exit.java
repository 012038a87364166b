package io.qpy.repl.board;

/** Why a prompt ended. */
enum Exit {
    /** The raw prompt is wanted. */
    RAW,
    /** The friendly prompt is wanted. */
    FRIENDLY,
    /** The interpreter is to start anew. */
    RESET,
    /** The port is closed. */
    END
}
