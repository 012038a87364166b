# // and divmod of floats: the quotient fits the rest.
print(1 // 0.1, 0.6 // 0.2, -1 // 0.1, 1 // -0.1, divmod(1, 0.1), divmod(-7.5, 2))
a = 1.0
a //= 0.1


class Meter:
    volts = 4.0


meter = Meter()
meter.volts //= 0.1
print(a, meter.volts)
for b in (2, -3, 0.5, True):
    print(7 // b, -7 // b, 7.5 // b, 0.0 // b)
for zero in (0, 0.0):
    for divide in (lambda: 1 // zero, lambda: 1.0 // zero, lambda: divmod(2.5, zero)):
        try:
            print(divide())
        except ZeroDivisionError:
            print("ZeroDivisionError")
try:
    print("a" // meter.volts)
except TypeError as e:
    print(e)


class Odd:
    def __floordiv__(self, other):
        return "odd", other


odd = Odd()
print(odd // a)
odd //= 2.5
print(odd)
