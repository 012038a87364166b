"""Readings in order, by hand and by the built-in."""


def work():
    seed = 1
    readings = []
    for _ in range(200):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        readings.append(seed % 1000)
    ordered = list(readings)
    for i in range(1, len(ordered)):
        current = ordered[i]
        j = i
        while j and ordered[j - 1] > current:
            ordered[j] = ordered[j - 1]
            j -= 1
        ordered[j] = current
    return ordered == sorted(readings)
