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

/** What virtual time does with a script's threads, and with what is on its way. */
class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestDevice device = new TestDevice().time(time);

    private void run(String source) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> device.run(source));
        assertEquals("", device.errors());
    }

    @Test
    void aSleepTakesNoTime() {
        run("""
                import utime
                start = utime.ticks_ms()
                utime.sleep(86400)
                utime.sleep_ms(1500)
                print(utime.ticks_diff(utime.ticks_ms(), start), utime.time(), utime.localtime())
                """);
        assertEquals("86401500 86401 (2026, 1, 2, 8, 0, 1, 4, 2)\n", device.output());
    }

    @Test
    void everyWaitEndsAtItsMoment() {
        run("""
                import utime, _thread, osTimer, queue, uselect, usocket
                start = utime.ticks_ms()
                def now():
                    return utime.ticks_diff(utime.ticks_ms(), start)
                lock = _thread.allocate_lock()
                lock.acquire()
                print('lock', lock.acquire(1, 30), now())
                def give():
                    utime.sleep(7)
                    lock.release()
                _thread.start_new_thread(give, ())
                print('lock', lock.acquire(1, 30), now())
                q = queue.Queue()
                ticks = []
                timer = osTimer()
                timer.start(1000, 1, lambda _: ticks.append(now()))
                once = osTimer()
                once.start(2500, 0, lambda _: q.put('once'))
                print(q.get(), now(), ticks)
                timer.stop()
                s = usocket.socket()
                s.bind(('0.0.0.0', 0))
                s.listen()
                s.settimeout(20)
                try:
                    s.accept()
                except OSError as e:
                    print(e.args[0], now())
                p = uselect.poll()
                p.register(s, uselect.POLLIN)
                print(p.poll(4000), now())
                print([len(each) for each in uselect.select([s], [], [], 3)], now())
                s.close()
                """);
        assertEquals("""
                lock False 30000
                lock True 37000
                once 39500 [38000, 39000]
                110 59500
                [] 63500
                [0, 0, 0] 66500
                """, device.output());
    }

    @Test
    void threadsTakeTurnsInTheOrderOfTheirMoments() {
        run("""
                import utime, _thread
                def work(name, seconds):
                    for i in range(3):
                        utime.sleep(seconds)
                        print(utime.time(), name)
                for name, seconds in (('a', 2), ('b', 3), ('c', 2)):
                    _thread.start_new_thread(work, (name, seconds))
                """);
        assertEquals("2 a\n2 c\n3 b\n4 a\n4 c\n6 b\n6 a\n6 c\n9 b\n", device.output());
    }

    @Test
    void toStopAThreadThatHasNotBegunTakesNoTime() {
        run("""
                import utime, _thread
                start = utime.ticks_ms()
                for _ in range(20):
                    _thread.stop_thread(_thread.start_new_thread(utime.sleep, (3600,)))
                print(utime.ticks_diff(utime.ticks_ms(), start))
                """);
        assertEquals("0\n", device.output());
    }

    @Test
    void aScriptThatReadsTheClockInALoopComesToItsEnd() {
        run("""
                import utime
                start = utime.ticks_ms()
                while utime.ticks_diff(utime.ticks_ms(), start) < 60000:
                    pass
                print(utime.time())
                """);
        assertEquals("60\n", device.output());
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
            session.run(Script.of("main.py", """
                    import utime
                    while True:
                        print(utime.time())
                        utime.sleep(1000)
                    """));
        }
        assertEquals("0\n1000\n2000\n3000\n", device.output());
        assertEquals(List.of("over"), over);
    }

    /** Every message comes at the moment at which it was published, whatever the threads of both sides do. */
    @Test
    void nothingIsOvertakenOnItsWay() {
        try (Sandbox sandbox = watched()) {
            device.host("broker.test", 1883, sandbox.mqtt().address());
            run("""
                    from umqtt import MQTTClient
                    import utime, _thread
                    late = []
                    count = [0]
                    def arrived(topic, msg):
                        count[0] += 1
                        if int(msg) != utime.ticks_ms():
                            late.append((msg, utime.ticks_ms()))
                    c = MQTTClient('me', 'broker.test', 1883, keepalive=60)
                    c.set_callback(arrived)
                    c.connect()
                    c.subscribe(b'x/y')
                    def listen():
                        while True:
                            try:
                                if c.wait_msg() is None and c.get_mqttsta() != 0:
                                    return
                            except OSError:
                                return
                    _thread.start_new_thread(listen, ())
                    for i in range(300):
                        c.publish(b'x/y', str(utime.ticks_ms()), qos=i % 2)
                        utime.sleep_ms(1 + i % 7)
                    utime.sleep(600)
                    print(count, late, utime.time())
                    c.disconnect()
                    """);
        }
        assertEquals("[300] [] 601\n", device.output());
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
    void whatIsOnlyLookedAtComesInItsTime() {
        run("""
                import utime, _thread, micropython
                seen = []
                def later(name, seconds):
                    utime.sleep(seconds)
                    seen.append(name)
                _thread.start_new_thread(later, ('a', 3))
                while not seen:
                    utime.sleep(0)
                print(seen, utime.time() >= 3)
                lock = _thread.allocate_lock()
                _thread.start_new_thread(later, ('b', 2))
                while len(seen) < 2:
                    with lock:
                        pass
                print(seen)
                micropython.schedule(seen.append, 'c')
                while len(seen) < 3:
                    pass
                def again(n):
                    if len(seen) < 4:
                        micropython.schedule(again, n + 1)
                again(0)
                _thread.start_new_thread(later, ('d', 1))
                utime.sleep(2)
                print(seen)
                """);
        assertEquals("['a'] True\n['a', 'b']\n['a', 'b', 'c', 'd']\n", device.output());
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
        String source =
                "import uos, urandom\nprint(uos.urandom(8), urandom.random())\nurandom.seed()\nprint(urandom.random())\n";
        List<String> drawn = new ArrayList<>();
        for (long seed : new long[] {5, 5, 6}) {
            TestDevice seeded = new TestDevice().random(new Random(seed));
            seeded.run(source);
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
