package io.qpy.testing;

import io.qpy.device.Notice;
import io.qpy.device.Notices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What qpy says during a test. In virtual time several threads may say something before time goes on, and which of them is
 * quicker hangs on this PC: there, what the sandbox has seen comes first.
 */
final class TestNotices {
    private static final String SANDBOX = "sandbox: ";

    private record Line(long round, boolean ofSandbox, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private volatile LongSupplier rounds = () -> -1;

    Notices notices() {
        return new Notices(this::add);
    }

    /** Lines of one round have no order of their own; a negative number is no round. */
    void follow(LongSupplier numbers) {
        rounds = numbers;
    }

    private void add(Notice notice) {
        String text = notice.toString();
        long round = rounds.getAsLong(); // without the lock: it takes one of its own
        synchronized (this) {
            lines.add(new Line(round, text.startsWith(SANDBOX), text));
        }
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The last line that came. */
    synchronized String last() {
        return lines.get(lines.size() - 1).text();
    }

    synchronized List<String> texts() {
        Comparator<Line> order = Comparator.comparingLong(Line::round).thenComparing(line -> !line.ofSandbox());
        boolean ordered = lines.stream().allMatch(line -> line.round() >= 0);
        return (ordered ? lines.stream().sorted(order) : lines.stream())
                .map(Line::text)
                .toList();
    }
}
