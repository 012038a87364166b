import utime, usys, uio
print(utime.localtime(646898736), utime.mktime((2020, 9, 29, 8, 54, 42, 1, 273)), utime.localtime(-5))
print(utime.mktime([2020, 13, 1, 0, 0, 0, 0, 0]) == utime.mktime((2021, 1, 1, 0, 0, 0, 0, 0, 0)))
print(utime.ticks_diff(5, 0x3FFFFFFF), utime.ticks_add(0x3FFFFFFF, 1), utime.sleep(-1), utime.sleep_ms(-1))
for call in (lambda: utime.localtime(10 ** 18), lambda: utime.mktime((2 ** 40, 1, 1, 0, 0, 0, 0, 0)),
             lambda: utime.mktime((1, 2)), lambda: utime.setTimeZone(13)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
text = uio.StringIO()
try:
    raise ValueError('x')
except ValueError as e:
    usys.print_exception(e, text)
print(text.getvalue(), usys.stdin.read() == '', usys.stdout.fileno(), usys.stderr.fileno())
