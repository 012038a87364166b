package io.qpy.testing.coverage;

import io.qpy.module.Exposed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The host object of {@code _coverage.py}. */
final class CoverageHost {
    private static final String USR = "usr/";

    private final Coverage coverage;
    private final Path usr;
    private final Predicate<Path> isTest;

    CoverageHost(Coverage coverage, Path usr, Predicate<Path> isTest) {
        this.coverage = coverage;
        this.usr = usr;
        this.isTest = isTest;
    }

    /** Whether a file is one of the scripts under test: from the PC's folder, and no test itself. */
    @Exposed
    boolean measures(String file) {
        return file.startsWith(USR) && Files.isRegularFile(path(file)) && !isTest.test(path(file));
    }

    /** The marks of a file: their lines, and for each what it is for (0 a statement, else a branch's number). */
    @Exposed
    void points(String file, List<Integer> lines, List<Integer> branches) {
        coverage.file(path(file)).points(lines, branches);
    }

    /** Which marks have been passed: a byte each. */
    @Exposed
    void hits(String file, byte[] marks) {
        coverage.file(path(file)).add(marks);
    }

    private Path path(String file) {
        return usr.resolve(file.substring(USR.length()));
    }
}
