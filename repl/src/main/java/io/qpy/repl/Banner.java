package io.qpy.repl;

/** What the firmware says before its first prompt; the values are those of {@code uos.uname()}. */
public final class Banner {
    public static final String TEXT = """
            Quecpython v1.12 on 2020-06-23 ; EC600S with QUECTEL
            Type "help()" for more information.
            """;

    /** What it says when it starts anew. */
    public static final String SOFT_RESET = "MPY: soft reboot\n";

    private Banner() {}
}
