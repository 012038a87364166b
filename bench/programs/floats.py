"""A low-pass filter and its deviation."""
import math


def work():
    value = total = 0.0
    for i in range(3000):
        sample = math.sin(i / 10) + math.cos(i / 3)
        value += 0.1 * (sample - value)
        total += (sample - value) ** 2
    return math.sqrt(total / 3000)
