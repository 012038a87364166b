"""Counting and looking up by name."""


def work():
    counts = {}
    for i in range(3000):
        key = "node%d" % (i % 97)
        counts[key] = counts.get(key, 0) + i
    return sum(counts[key] for key in sorted(counts))
