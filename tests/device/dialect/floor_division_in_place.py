# Firmware with MicroPython's further special methods; where it has none, __floordiv__ is called.
class Counter:
    def __init__(self):
        self.divisors = []
    def __ifloordiv__(self, divisor):
        self.divisors.append(divisor)
        return self
counter = Counter()
counter //= 2.5
counter //= None
print(counter.divisors)
