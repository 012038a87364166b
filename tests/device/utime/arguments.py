"""utime takes numbers for numbers, and no text."""

import utime

for call in (
    lambda: utime.sleep("1"),
    lambda: utime.sleep(None),
    lambda: utime.sleep(0),
    lambda: utime.sleep(0.001),
    lambda: utime.sleep_ms("1"),
    lambda: utime.sleep_ms(1.5),
    lambda: utime.sleep_ms(True),
    lambda: utime.sleep_us("1"),
    lambda: utime.sleep_us(10),
    lambda: utime.localtime("5"),
    lambda: utime.localtime(5),
    lambda: utime.mktime("20200101"),
    lambda: utime.mktime(("2020", 1, 1, 0, 0, 0, 0, 0)),
    lambda: utime.mktime(5),
    lambda: utime.mktime((2020, 1, 1)),
    lambda: utime.setTimeZone("8"),
    lambda: utime.setTimeZone(8.5),
    lambda: utime.ticks_add("1", 1),
    lambda: utime.ticks_diff("1", 1),
):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
