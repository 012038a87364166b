package io.qpy.start;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** What calls leave behind in a standby process, beside the interpreter, which knows by itself whether something is left in it. */
final class Leftovers {
    /** Threads of the JVM's and of libraries that end by themselves, or with the interpreter, or serve one call after the other. */
    private static final Pattern POOLED = Pattern.compile(String.join(
            "|",
            "qpy-(caller|idle|cleaner|turns|interrupt|engine|abandon)",
            "python-actions-pool-.*",
            "process reaper.*",
            "ForkJoinPool.*",
            "globalEventExecutor.*",
            "Signal Dispatcher|SIG.* handler|Common-Cleaner",
            ".*[Cc]ompiler.*"));

    private static final int PATIENCE_MILLIS = 500;
    private static final int LOOK_MILLIS = 5;

    /** Further files that may be open after the first call: what is loaded when it is first used. */
    private static final int FURTHER_FILES = 50;

    /** What a script had in the heap is garbage now; so many bytes more than at first are not. */
    private static final long FURTHER_BYTES = 150L << 20;

    private final Set<Thread> known = threads();
    private final TimeZone zone = TimeZone.getDefault();
    private final long files = openFiles();
    private final long bytes = used();

    /** What is, for whoever asks why the process was replaced; empty for nothing. A thread that is about to end gets some time for it. */
    String what() {
        Set<Thread> more = furtherThreads();
        if (!more.isEmpty()) {
            return "threads: " + more;
        }
        if (openFiles() > files + FURTHER_FILES) {
            return "open files: " + openFiles() + ", " + files + " at first";
        }
        if (!zone.equals(TimeZone.getDefault())) {
            return "another time zone";
        }
        if (used() > bytes + FURTHER_BYTES) {
            System.gc();
        }
        return used() > bytes + FURTHER_BYTES ? "heap: " + used() + " bytes, " + bytes + " at first" : "";
    }

    private Set<Thread> furtherThreads() {
        Set<Thread> more = Set.of();
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            more = threads();
            more.removeAll(known);
            if (more.isEmpty()) {
                break;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                break;
            }
        }
        return more;
    }

    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(each -> POOLED.matcher(each.getName()).matches());
        return all;
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
