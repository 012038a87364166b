package io.qpy.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Gives a parser inputs, and finds exceptions that are no refusal, inputs that take long, and those that take much memory. It
 * knows nothing of the parser's code; an input whose result is of a new kind becomes a seed.
 */
final class Fuzzer {
    /** Of the parsing thread's own time, for an input of at most 64 KB. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Allocated for one input, in all. */
    private static final long MOST_BYTES = 512L << 20;

    private static final int MOST_SEEDS = 2000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Parser parser;
    private final Random random;
    private final Mutator mutator;
    private final List<byte[]> seeds = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private volatile byte[] current = new byte[0];
    private volatile long begun;
    private long count;

    Fuzzer(Parser parser, long seed) {
        this.parser = parser;
        random = new Random(seed);
        mutator = new Mutator(random, parser.words());
    }

    /** How many inputs there were, and how many kinds of results. */
    String summary() {
        return count + " inputs, " + kinds.size() + " kinds of results";
    }

    void seeds() {
        for (byte[] seed : parser.seeds()) {
            seeds.add(seed);
            parse(seed);
        }
    }

    void mutations(int number) {
        for (int i = 0; i < number; i++) {
            mutation();
        }
    }

    void mutations(Duration duration) {
        Thread watched = Thread.currentThread();
        Thread watcher = new Thread(() -> watch(watched), "fuzz-watcher");
        watcher.setDaemon(true);
        watcher.start();
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            mutation();
        }
        watcher.interrupt();
    }

    private void mutation() {
        byte[] input = mutator.mutate(any(), any());
        if (parse(input) && seeds.size() < MOST_SEEDS) {
            seeds.add(input);
        }
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    /** True where the result is of a new kind. */
    private boolean parse(byte[] input) {
        current = input;
        count++;
        long id = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(id);
        long nanos = THREADS.getThreadCpuTime(id);
        begun = nanos;
        String kind;
        try {
            kind = String.valueOf(parser.parse(input));
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new AssertionError(finding("it ends with " + e, input), e);
        }
        require(THREADS.getThreadCpuTime(id) - nanos < MOST_NANOS, "it takes longer than 10 s", input);
        require(THREADS.getThreadAllocatedBytes(id) - before < MOST_BYTES, "it takes more than 512 MB", input);
        return kinds.size() < MOST_SEEDS && kinds.add(kind);
    }

    private void require(boolean holds, String otherwise, byte[] input) {
        if (!holds) {
            throw new AssertionError(finding(otherwise, input));
        }
    }

    private String finding(String what, byte[] input) {
        return parser.getClass().getSimpleName() + ": " + what + "; after " + summary() + "; the input in base64: "
                + Base64.getEncoder().encodeToString(input);
    }

    /** An input that never ends is told, since nothing can end it. */
    private void watch(Thread watched) {
        try {
            while (true) {
                Thread.sleep(1000);
                if (THREADS.getThreadCpuTime(watched.getId()) - begun > 3 * MOST_NANOS) {
                    System.err.println(finding("it does not end", current));
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
