package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code _thread}, {@code osTimer}, {@code queue} and {@code sys_bus}. */
class FirmwareThreadTest {
    private final TestDevice device = new TestDevice();

    @Test
    void threadsLocksAndSemaphores() {
        device.run("""
                import _thread, utime
                lock, gate = _thread.allocate_lock(), _thread.allocate_lock()
                done = []
                gate.acquire()
                def work(n, factor=1):
                    gate.acquire()
                    gate.release()
                    with lock:
                        done.append(n * factor)
                ids = [_thread.start_new_thread(work, (n,), {'factor': 10}) for n in range(3)]
                print([_thread.threadIsRunning(i) for i in ids], lock.locked(), gate.locked(), gate.acquire(False))
                gate.release()
                while any([_thread.threadIsRunning(i) for i in ids]):
                    utime.sleep_ms(5)
                print(sorted(done), _thread.get_ident() not in ids, _thread.stack_size(), _thread.stack_size(10))
                print(_thread.stack_size(9000), _thread.stack_size(), _thread.get_heap_size() > 0)
                semaphore = _thread.allocate_semphore(2)
                print(semaphore.acquire(), semaphore.acquire(), semaphore.getCnt())
                _thread.start_new_thread(semaphore.release, ())
                semaphore.acquire()
                semaphore.release()
                semaphore.release()
                semaphore.release()
                print(semaphore.getCnt())
                _thread.delete_semphore(semaphore)
                _thread.delete_lock(lock)
                for call in (lambda: _thread.delete_lock(5), lambda: lock.release(), lambda: _thread.stop_thread(12345),
                             lambda: _thread.stop_thread(0), lambda: _thread.start_new_thread(work, 5)):
                    try:
                        call()
                    except Exception as e:
                        print(type(e).__name__, e)
                """);
        assertEquals("", device.errors());
        assertEquals("""
                [True, True, True] False True False
                [0, 10, 20] True 8448 -1
                0 9000 True
                True True (2, 0)
                (2, 2)
                TypeError The argument isn't a lock.
                RuntimeError\s
                ValueError No thread with thread id 12345 was found!
                ValueError Deleting the main thread is not allowed!
                TypeError object 'int' isn't a tuple or list
                """, device.output());
    }

    /** On every device of a JVM, not only on its first. */
    @Test
    void aBusyLoopLetsOtherThreadsRun() {
        for (int i = 0; i < 3; i++) {
            TestDevice each = new TestDevice();
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> each.run("""
                    import _thread
                    seen = []
                    _thread.start_new_thread(seen.append, (1,))
                    while not seen:
                        pass
                    print(seen)
                    """));
            assertEquals("[1]\n", each.output());
        }
    }

    @Test
    void aRunGoesOnUntilItsThreadsHaveEnded() {
        Outcome outcome = device.run("""
                import _thread, utime
                def endless():
                    while True:
                        utime.sleep_ms(5)
                def leaves():
                    _thread.exit()
                def fails():
                    utime.sleep_ms(30)
                    import nothing_of_this_name
                thread = _thread.start_new_thread(endless, ())
                _thread.start_new_thread(leaves, ())
                _thread.start_new_thread(fails, ())
                _thread.stop_thread(thread)
                print('the main program ends')
                """);
        assertEquals(0, outcome.exitCode());
        assertEquals("the main program ends\n", device.output());
        assertTrue(device.errors().matches("""
                                Unhandled exception in thread started by <function fails at 0x[0-9a-f]+>
                                Traceback \\(most recent call last\\):
                                  File "main.py", line 9, in fails
                                ImportError: no module named 'nothing_of_this_name'
                                """), device.errors());
    }

    /** Also while it starts: it then had never ended for those who wait for it. */
    @Test
    void aThreadIsStoppedAsSoonAsItHasBegun() {
        Outcome outcome = device.run("""
                import _thread, utime
                def endless():
                    while True:
                        utime.sleep_ms(5)
                for _ in range(60):
                    _thread.stop_thread(_thread.start_new_thread(endless, ()))
                print('the main program ends')
                """);
        assertEquals(0, outcome.exitCode());
        assertEquals("the main program ends\n", device.output());
        assertEquals("", device.errors());
    }

    /** As on the module, where stop_thread() deletes a thread; its waits are those that have a way of their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "while True: pass",
                "x = 1\n    while True: x = x * 7 // 3 % 1000003",
                "utime.sleep(3600)",
                "lock.acquire()",
                "semaphore.acquire()",
                "queue.get()",
                "socket.recv(1)",
                "uselect.select([socket], [], [])",
                "while True:\n        try: utime.sleep_ms(1)\n        except: pass",
            })
    void aThreadIsStoppedWhereverItIs(String work) {
        Outcome outcome = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> device.run("""
                import _thread, utime, usocket, uselect
                from queue import Queue
                lock, semaphore, queue = _thread.allocate_lock(), _thread.allocate_semphore(1), Queue()
                lock.acquire()
                semaphore.acquire()
                socket = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
                socket.bind(('127.0.0.1', 0))
                def work():
                    print('begins')
                    %s
                thread = _thread.start_new_thread(work, ())
                utime.sleep_ms(50)
                _thread.stop_thread(thread)
                print(_thread.threadIsRunning(thread))
                lock.release()
                semaphore.release()
                print(lock.acquire(), semaphore.acquire(), queue.put(1), queue.get())
                """.formatted(work)));
        assertEquals(0, outcome.exitCode(), device.errors());
        assertEquals("begins\nFalse\nTrue True True 1\n", device.output());
        assertEquals("", device.errors());
    }

    /** On the module nothing of the thread's own runs any more. */
    @Test
    void whatAStoppedThreadWaitsForEndsInNoExceptionOfTheScripts() {
        device.run("""
                import _thread, utime
                from queue import Queue
                seen = []
                def works(wait):
                    while True:
                        try:
                            wait()
                        except Exception as e:
                            seen.append(e)
                lock = _thread.allocate_lock()
                lock.acquire()
                for wait in (Queue().get, lock.acquire, lambda: utime.sleep(3600)):
                    thread = _thread.start_new_thread(works, (wait,))
                    utime.sleep_ms(50)
                    _thread.stop_thread(thread)
                utime.sleep_ms(50)
                print(seen)
                """);
        assertEquals("[]\n", device.output(), device.errors());
    }

    @Test
    void anInterruptEndsTheWaitForThreads() {
        try (Session session = device.start()) {
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> session.run(Script.of("main.py", """
                    import _thread, utime
                    from queue import Queue
                    def waits():
                        print('in the thread')
                        utime.sleep(3600)
                    _thread.start_new_thread(waits, ())
                    _thread.start_new_thread(Queue().get, ())
                    """)));
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (!device.output().contains("in the thread")) {
                    Thread.sleep(10);
                }
                session.interrupt();
                assertEquals(130, outcome.get().exitCode(), () -> device.notices() + device.errors());
            });
        }
    }

    /** A thread that waits for a message comes to no step of its code, where GraalPy would have it stop for a moment. */
    @Test
    void regularExpressionsBeginWhileOthersWait() {
        String end = "utime.sleep_ms(50)\nimport ure\nprint(ure.search('b+', 'abbc').group(0))\n";
        for (String begin : List.of(
                "import _thread\nq = queue.Queue()\n_thread.start_new_thread(q.get, ())\n",
                "q = queue.Queue()\nt = osTimer()\nt.start(1, 0, lambda *_: q.get())\n")) {
            TestDevice each = new TestDevice();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> each.run("import queue, utime\nfrom osTimer import osTimer\n" + begin + end + "q.put(1)\n"));
            assertEquals("bb\n", each.output(), each.errors());
        }
    }

    @Test
    void timersQueuesAndTheBus() {
        device.run("""
                import osTimer, queue, sys_bus, _thread
                q = queue.Queue(2)
                print(q.empty(), q.put(1), q.put(), q.put(3), q.size(), q.get(), q.get(), q.empty())
                print(queue.Queue(max_size=1).put(0), queue.Queue(maxsize=0).put(0))
                ticks = queue.Queue()
                timer = osTimer()
                print(timer.start(10, 1, ticks.put), ticks.get(), ticks.get(), timer.stop(), timer.stop())
                print(timer.start(10, 0, ticks.put), ticks.get(), timer.delete_timer(), timer.start(1, 0, print), timer.stop())
                once = osTimer()
                once.start(20, 0, lambda _: ticks.put('once'))
                sys_bus.subscribe('topic', lambda topic, msg: q.put((topic, msg)))
                sys_bus.publish('topic', {'a': 1})
                print(q.get(), len(sys_bus.sub_table('topic')), list(sys_bus.sub_table()))
                print(sys_bus.unsubscribe('topic', print), sys_bus.unsubscribe('topic'), sys_bus.unsubscribe('topic'))
                sys_bus.publish('topic', 'nobody')
                print(ticks.get())
                """);
        assertEquals("", device.errors());
        assertEquals("""
                True True True False 2 1 None True
                True False
                0 None None 0 0
                0 None 0 -1 -1
                ('topic', {'a': 1}) 1 ['topic']
                False True False
                once
                """, device.output());
    }
}
