package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.time.Time;
import io.qpy.device.time.VirtualTime;
import io.qpy.runtime.Script;
import io.qpy.sandbox.Sandbox;
import io.qpy.wiring.WorldTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What virtual time does with a script's threads, and with what is on its way. */
class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestDevice device = new TestDevice().time(time);

    private void prints(String script) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> device.prints(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "waits", "turns", "stopped_at_once", "read_in_a_loop", "looked_at"})
    void everythingHappensAtItsMoment(String script) {
        prints("time/" + script + ".py");
    }

    @Test
    void aRunEndsAtItsMoment() throws InterruptedException {
        List<String> over = new CopyOnWriteArrayList<>();
        try (var session = device.start()) {
            time.endAt(Time.seconds(3600), () -> {
                over.add("over");
                Thread thread = new Thread(session::expire);
                thread.start();
            });
            session.run(Script.of("main.py", Scripts.source("time/end.py")));
        }
        assertEquals(Scripts.expected("time/end.py"), device.output());
        assertEquals(List.of("over"), over);
    }

    /** Every message comes at the moment at which it was published, whatever the threads of both sides do. */
    @Test
    void nothingIsOvertakenOnItsWay() {
        try (Sandbox sandbox = watched()) {
            device.host("broker.test", 1883, sandbox.mqtt().address());
            prints("time/overtaken.py");
        }
        assertTrue(
                device.notices().stream().noneMatch(line -> line.contains("lost")),
                () -> String.valueOf(device.notices()));
    }

    /** An answer that is there before the script waits for it does not change whose turn it is. */
    @Test
    void whatHasComeAlreadyIsWaitedFor() throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        List<String> order = new CopyOnWriteArrayList<>();
        Thread first = deviceThread(() -> {
            time.await(answer, Time.FOR_EVER);
            order.add("first");
        });
        Thread second = deviceThread(() -> {
            answer.complete(null);
            time.await(answer, Time.FOR_EVER);
            order.add("second");
        });
        first.join();
        second.join();
        time.close();
        assertEquals(List.of("first", "second"), order);
    }

    /** Nothing is due, and a wait without an end is not the end: a person or a server may still end it. */
    @Test
    void whatComesFromOutsideEndsAWaitHoweverLate() throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Thread waiting = deviceThread(() -> time.await(answer, Time.FOR_EVER));
        while (waiting.getState() != Thread.State.WAITING || time.round() == 0) {
            Thread.onSpinWait();
        }
        Thread.sleep(100);
        answer.complete(null);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> waiting.join());
        assertEquals(0, time.nanos());
        time.close();
    }

    @Test
    void theEndComesForWhoOnlyLooks() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        time.endAt(Time.seconds(5), () -> ended.complete(null));
        Thread looking = deviceThread(() -> {
            while (!time.await(ended, 0)) {
                Thread.onSpinWait();
            }
        });
        ended.get(2, TimeUnit.MINUTES);
        assertEquals(Time.seconds(5), time.nanos());
        looking.interrupt();
        looking.join();
        time.close();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private Thread deviceThread(Work work) {
        int place = time.expect();
        Thread thread = new Thread(() -> {
            time.enter(place);
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            time.leave();
        });
        thread.start();
        return thread;
    }

    @Test
    void aSeedDrawsTheSame() {
        List<String> drawn = new ArrayList<>();
        for (long seed : new long[] {5, 5, 6}) {
            TestDevice seeded = new TestDevice().random(new Random(seed));
            seeded.script("time/seed.py");
            drawn.add(seeded.output());
        }
        assertEquals(drawn.get(0), drawn.get(1));
        assertNotEquals(drawn.get(0), drawn.get(2));
    }

    private Sandbox watched() {
        WorldTime world = WorldTime.virtual(time);
        Sandbox sandbox = world.sandbox().build();
        world.watch(sandbox);
        return sandbox;
    }
}
