package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Waits in the device's time for something that the sandbox sees. */
record EventWait(Device device, Journal journal) {
    /** All such events so far, oldest first, when there are so many of them or the time is up. */
    <T extends Event> List<T> await(Class<T> type, Predicate<T> fits, int count, double seconds) {
        CompletableFuture<Void> enough = new CompletableFuture<>();
        Runnable check = () -> {
            if (seen(type, fits).size() >= count) {
                enough.complete(null);
            }
        };
        Runnable noMore = journal.onEvent(event -> check.run());
        try {
            check.run();
            boolean ignored = device.waits().await(enough, QpytestHost.nanos(seconds));
        } finally {
            noMore.run();
        }
        return seen(type, fits);
    }

    <T extends Event> List<T> seen(Class<T> type, Predicate<T> fits) {
        return journal.events(type).stream().filter(fits).toList();
    }

    /** The last lines of the journal, for a person. */
    List<String> lines() {
        List<String> all = journal.events().stream().map(Event::line).toList();
        return all.subList(Math.max(0, all.size() - 10), all.size());
    }
}
