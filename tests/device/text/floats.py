# Floats as py/formatfloat.c makes them: what lies in the middle is rounded up, 30 characters at most; recorded from MicroPython 1.27.
def formatted(format, *values):
    try:
        return format % values
    except Exception as e:
        return type(e).__name__


VALUES = (
    12.25, -12.25, 2.5, 0.5, 1.5, 3.5, 0.125, 0.375, 0.625, 0.15, 0.25, 0.35, 1.005, 2.675, 1.45, 25.45, 0.05, 0.005, 1e-5, 5e-5, 99.95, 9.96,
    123456.5, 1e10, 1.5e15,  0.1, 100.0, 1e16, 3.14159, 23.456, 36.6, 0.0, -0.0, 999999.5, 0.99999,
)
for format in ("%.0f", "%.1f", "%.2f", "%f", "%e", "%.3e", "%g", "%.3g", "%.10g", "%6.2f|", "%-8.1f|", "%+.1f", "%08.2f", "% .1f", "%E", "%G"):
    print(format, [formatted(format, value) for value in VALUES])
for format in ("{:.1f}", "{:.2f}", "{:8.2f}|", "{:<8.1f}|", "{:^9.1f}|", "{:e}", "{:g}", "{:.1%}", "{:+.1f}", "{:.3}", "{:10}|", "{:06.1f}"):
    print(format, [format.format(value) for value in VALUES])
for format in ("%.20f", "%.40f", "%.1000000000f", "%.20e", "%.40e", "%.40g"):
    print(format, [formatted(format, value) for value in (1.5, 0.1)])
print(["{:.1000000000f}".format(value) for value in (1.5, 0.1)], "{:40.25f}|".format(1.5))
for value in (float("nan"), float("inf"), -float("inf")):
    print([formatted(format, value) for format in ("%f", "%.1f", "%6.1f", "%F", "%g", "%G", "%e", "%s", "%d")], "{:.1f} {}".format(value, value))
print(b"%.1f" % 12.25, "%.1f %d %.1f" % (12, 2.7, True), formatted("%.1f", "1"), "%.*f" % (1, 12.25))
for value in (0.1, 1.1, 2.2, 36.7, 23.45, 12.5, 0.001, 1e-5, 1e15, 1e16, 1e20, 0.1 + 0.2, 1.1 * 1.1, 1.1 + 2.2, 100.0, 0.0, -0.0, 1e-7, 123456.789):
    print(value, [value], str(value) == repr(value))
print(round(12.25, 1), round(2.5), round(0.125, 2), complex(12.25, 0.1 + 0.2))
