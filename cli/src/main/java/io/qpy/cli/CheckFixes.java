package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.check.Fix;
import io.qpy.check.FixedSource;
import io.qpy.device.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/** {@code qpy check --fix}: changes scripts where that surely keeps what they mean, and tells each change. */
final class CheckFixes {
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
        if (count == 0 || left.size() > findings.size() - count) {
            return findings; // it would bring up something new
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

    /** Puts the new text in the place of the old in one step; a link stays one. */
    private static void write(String name, Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real)) {
            throw new UsageException(Code.FILE_ARGUMENT, "check: " + name + " cannot be written: permission denied");
        }
        Path fresh = Files.createTempFile(real.getParent(), ".qpy-", ".tmp");
        try {
            Files.write(fresh, bytes);
            PosixFileAttributeView rights = Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (rights != null) {
                Files.setPosixFilePermissions(fresh, rights.readAttributes().permissions());
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
