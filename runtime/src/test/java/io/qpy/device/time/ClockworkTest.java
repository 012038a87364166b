package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who lets things happen: the device's threads, as long as nobody must be asked. */
class ClockworkTest {
    private static final int MANY = 1000;

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean still;

    @AfterEach
    void close() {
        time.close();
    }

    private void watch() {
        time.watch(new Servers() {
            @Override
            public boolean atRest() {
                asked.incrementAndGet();
                return true;
            }

            @Override
            public boolean areStillAtRest() {
                return still;
            }
        });
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private CompletableFuture<Void> thread(Step step) {
        int place = time.expect();
        return CompletableFuture.runAsync(
                () -> {
                    time.enter(place);
                    try {
                        step.run();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        time.leave();
                    }
                },
                work -> new Thread(work).start());
    }

    private static void await(CompletableFuture<Void> end) throws Exception {
        end.get(1, TimeUnit.MINUTES);
    }

    private void sleepOften() throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            time.sleep(Time.seconds(1));
        }
    }

    @Test
    void serversThatAreStillAtRestAreNotAskedAgain() throws Exception {
        watch();
        still = true;
        await(thread(this::sleepOften));
        assertEquals(Time.seconds(MANY), time.nanos());
        assertTrue(asked.get() < MANY / 2, "asked " + asked + " times");
    }

    @Test
    void serversThatMayHaveBegunSomethingAreAskedBeforeEachStep() throws Exception {
        watch();
        await(thread(this::sleepOften));
        assertEquals(Time.seconds(MANY), time.nanos());
        assertTrue(asked.get() >= MANY, "asked " + asked + " times");
    }

    @Test
    void tasksComeAtTheirMomentsBetweenTheWaits() throws Exception {
        List<Long> moments = new ArrayList<>();
        time.schedule(Time.millis(500), () -> moments.add(time.nanos()));
        time.schedule(Time.millis(1500), () -> time.schedule(Time.millis(100), () -> moments.add(time.nanos())));
        await(thread(() -> {
            time.sleep(Time.seconds(1));
            moments.add(time.nanos());
            time.sleep(Time.seconds(1));
            moments.add(time.nanos());
        }));
        assertEquals(
                List.of(500L, 1000L, 1600L, 2000L),
                moments.stream().map(each -> each / Time.millis(1)).toList());
    }

    @Test
    void threadsTakeTurns() throws Exception {
        List<String> turns = new ArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        int gate = time.expect(); // nobody begins before all are there
        for (String name : List.of("a", "b", "c")) {
            all.add(thread(() -> {
                for (int i = 0; i < 3; i++) {
                    time.sleep(Time.seconds(name.equals("b") ? 3 : 2));
                    turns.add(name + time.nanos() / Time.seconds(1));
                }
            }));
        }
        time.met(gate);
        for (CompletableFuture<Void> each : all) {
            await(each);
        }
        assertEquals(List.of("a2", "c2", "b3", "a4", "c4", "b6", "a6", "c6", "b9"), turns);
    }

    @Test
    void aTaskMayEndAnothersWait() throws Exception {
        CompletableFuture<String> event = new CompletableFuture<>();
        time.schedule(Time.seconds(5), () -> event.complete("come"));
        await(thread(() -> {
            assertTrue(time.await(event, Time.seconds(100)));
            assertEquals(Time.seconds(5), time.nanos());
        }));
    }
}
