package io.qpy.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes the next run quick, as the launcher has found it, and what would: for {@code qpy doctor}. */
public final class Warmth {
    private static final int MEGABYTE = 1_000_000;

    private final String cache = System.getProperty("qpy.cache", "");
    private final String archive = System.getProperty("qpy.archive", "");

    /** The class archive, and what a run of its own costs. */
    public String archive() {
        if (cache.isEmpty()) {
            return "none, as there is no cache folder (QPY_CACHE, QPY_PLAIN): a run takes some 5 s of CPU to start";
        }
        if (!Files.isWritable(Path.of(cache)) && Files.exists(Path.of(cache))) {
            return "none can be made, " + cache + " cannot be written: set QPY_CACHE to a folder of yours";
        }
        if (archive.isEmpty()) {
            return "none yet: 'qpy warm-up' makes it, in a minute; until then a run takes some 5 s of CPU to start";
        }
        return "in " + cache + ": a run of its own takes about a second to start";
    }

    /** The standby processes that wait, or why none does. */
    public String standby() throws IOException {
        if (cache.isEmpty()) {
            return "none without a cache folder";
        }
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            return "none on this system: it opens a caller's streams by way of Linux's /proc";
        }
        List<String> waiting = waiting();
        if (!waiting.isEmpty()) {
            return String.join(", ", waiting) + ": the next run begins at once";
        }
        if ("0".equals(System.getenv("QPY_STANDBY"))) {
            return "none, as QPY_STANDBY is 0";
        }
        if (System.getenv("CI") != null && System.getenv("QPY_STANDBY") == null) {
            return "none, as CI is set: QPY_STANDBY=1 has one serve the job";
        }
        return archive.isEmpty()
                ? "none before there is a class archive"
                : "none yet: one comes up when a run has ended";
    }

    private List<String> waiting() throws IOException {
        List<String> all = new ArrayList<>();
        if (Files.isDirectory(Path.of(cache))) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(cache), "*.standby")) {
                for (Path each : folders) {
                    process(each).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<String> process(Path folder) {
        try {
            String number = Files.readString(folder.resolve("process")).split(" ", 2)[0];
            String status = Files.readString(Path.of("/proc", number, "status"));
            long kilobytes = status.lines()
                    .filter(each -> each.startsWith("VmRSS:"))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                    .sum();
            boolean busy = Files.exists(folder.resolve("claimed"));
            return Optional.of("process " + number + (busy ? " runs a script, " : " waits, ")
                    + kilobytes * 1024 / MEGABYTE + " MB");
        } catch (IOException e) {
            return Optional.empty(); // it has just ended, or was killed
        }
    }
}
