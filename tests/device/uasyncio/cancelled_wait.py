# What waits for a task for some time and is cancelled sleeps whole afterwards; a time-out in a time-out is the inner one's.
import uasyncio
import utime

start = utime.ticks_ms()


def elapsed():
    return utime.ticks_diff(utime.ticks_ms(), start)


async def never():
    try:
        await uasyncio.sleep(100)
    except uasyncio.CancelledError:
        print("cancelled", elapsed())
        raise


async def waits():
    try:
        await uasyncio.wait_for(never(), 50)
    except uasyncio.CancelledError:
        await uasyncio.sleep(3)
        print("slept", elapsed())


async def late():
    await uasyncio.sleep(2)
    return "late"


async def raises():
    await uasyncio.sleep_ms(10)
    raise ValueError("of the task")


async def main():
    task = uasyncio.create_task(waits())
    await uasyncio.sleep(1)
    task.cancel()
    await task
    try:
        await uasyncio.wait_for(uasyncio.wait_for(never(), 1), 5)
    except uasyncio.TimeoutError:
        print("time-out", elapsed())
    print(await uasyncio.wait_for(late(), 3), elapsed())
    try:
        await uasyncio.wait_for_ms(raises(), 100)
    except ValueError as e:
        print(e, elapsed())
    done = uasyncio.create_task(late())
    await uasyncio.sleep(3)
    print(await uasyncio.wait_for(done, 1), elapsed())


uasyncio.run(main())
