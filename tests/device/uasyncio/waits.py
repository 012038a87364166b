# The loop waits for what comes next: timers, and what threads and callbacks set.
import _thread
import osTimer
import uasyncio
import utime

start = utime.time()


def elapsed():
    return utime.time() - start


async def sleeps():
    for i in range(4):
        await uasyncio.sleep(3600)
    print("slept", elapsed())


async def threads():
    event, flag = uasyncio.Event(), uasyncio.ThreadSafeFlag()

    def sets():
        utime.sleep(1000)
        event.set()
        utime.sleep(1000)
        flag.set()

    _thread.start_new_thread(sets, ())
    await event.wait()
    print("event", elapsed())
    await flag.wait()
    print("flag", elapsed())
    timer = osTimer()
    timer.start(500000, 0, lambda argument: flag.set())
    await flag.wait()
    print("timer", elapsed())
    timer.start(100000, 0, lambda argument: uasyncio.create_task(told("callback")))
    try:
        await uasyncio.wait_for(flag.wait(), 300)
    except uasyncio.TimeoutError:
        print("time-out", elapsed())


async def told(name):
    print(name, elapsed())


async def main():
    await uasyncio.gather(sleeps(), threads())


uasyncio.run(main())
