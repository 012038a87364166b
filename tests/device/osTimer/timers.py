# osTimer: any number of timers; one that runs begins anew (facts-board.md B2.55).
import osTimer
import utime

calls = []
start = utime.ticks_ms()


def called(name):
    return lambda nothing: calls.append((name, nothing, utime.ticks_diff(utime.ticks_ms(), start) // 10))


timers = [osTimer() for _ in range(8)]
for number, timer in enumerate(timers):
    timer.start(10 + 10 * number, 0, called(number))
utime.sleep_ms(95)
print(calls)
calls.clear()
timer, start = timers[0], utime.ticks_ms()
print(timer.start(30, 1, called("old")))
utime.sleep_ms(25)
print(timer.start(50, 1, called("new")))  # at 75, 125 and so on
utime.sleep_ms(112)
print(calls, timer.stop(), timer.stop())
utime.sleep_ms(100)
print(len(calls), timer.start(10, 0, called("again")))
utime.sleep_ms(15)
print(len(calls), timer.delete_timer(), timer.start(10, 0, print), timer.stop(), timer.delete_timer())
for call in (lambda: timers[1].start(period=10, mode=1, callback=print), lambda: timers[1].start(1.5, 0, print), lambda: timers[1].start(1, 0)):
    try:
        print(call())
    except TypeError:
        print("TypeError")
