package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.check.Fix;
import io.qpy.check.FixedSource;
import io.qpy.device.Code;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** {@code qpy check --fix}: changes scripts where that surely keeps what they mean, and tells each change. */
final class CheckFixes {
    /** What no fix may bring up. */
    private static final List<String> LOST = List.of("syntax", "undefined", "usr-missing", "no-module");

    private final Checker checker;
    private final Terminal terminal;
    private final boolean onlyShows;

    /** {@code onlyShows}: the changes are printed as a diff, and no file is written. */
    CheckFixes(Checker checker, Terminal terminal, boolean onlyShows) {
        this.checker = checker;
        this.terminal = terminal;
        this.onlyShows = onlyShows;
    }

    /** Fixes a script that the checker has just read.
     *
     * @param findings those of the script as it is
     * @return the findings that are left
     */
    List<Finding> apply(String name, Path file, List<Finding> findings) throws IOException {
        List<Fix> fixes = checker.fixes();
        if (fixes.isEmpty()) {
            return findings;
        }
        FixedSource fixed = new FixedSource(Files.readString(file), fixes);
        byte[] bytes = fixed.text().getBytes(StandardCharsets.UTF_8);
        List<Finding> left = checker.check(name, file, bytes);
        int count = fixed.applied().size();
        if (count == 0 || isWorse(findings, left, fixed.applied())) {
            return findings;
        }
        if (onlyShows) {
            terminal.outputText().print(fixed.diff(name.replace('\\', '/')));
            return left;
        }
        write(name, file, bytes);
        for (Fix fix : fixed.applied()) {
            terminal.say(
                    Code.FIXED,
                    "%s:%d:%d: %s is now %s".formatted(name, fix.line(), fix.column(), fix.old(), fix.replacement()));
        }
        return left;
    }

    /** Whether a finding is still there, or something is lost; what a wrong import has hidden may come up. */
    private static boolean isWorse(List<Finding> findings, List<Finding> left, List<Fix> applied) {
        List<String> gone = applied.stream().map(fix -> fix.finding().code()).toList();
        return Stream.concat(gone.stream(), LOST.stream())
                .anyMatch(code -> count(left, code) > count(findings, code) - Collections.frequency(gone, code));
    }

    private static long count(List<Finding> findings, String code) {
        return findings.stream().filter(each -> each.code().equals(code)).count();
    }

    /** Puts the new text in the place of the old in one step; a link stays one. */
    private static void write(String name, Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real) || !Files.isWritable(real.getParent())) {
            throw new UsageException(Code.FILE_ARGUMENT, "check: " + name + " cannot be written: permission denied");
        }
        Path fresh = Files.createTempFile(real.getParent(), ".qpy-", ".tmp");
        try {
            Files.write(fresh, bytes);
            PosixFileAttributeView rights = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (rights != null) {
                PosixFileAttributes old = rights.readAttributes();
                keepOwner(fresh, old);
                Files.setPosixFilePermissions(fresh, old.permissions());
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What root fixes, in a container for instance, stays that of the person. */
    private static void keepOwner(Path fresh, PosixFileAttributes old) {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        try {
            PosixFileAttributes now = view.readAttributes();
            if (!now.group().equals(old.group())) {
                view.setGroup(old.group());
            }
            if (!now.owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
        } catch (IOException e) {
            // Another's file, which this person may write: it is this person's now.
        }
    }
}
