"""A report built line by line."""


def work():
    lines = []
    for i in range(1000):
        lines.append("%04d;%s;%.2f" % (i, "abc"[i % 3] * 4, i / 7))
    return len("\n".join(lines).replace(";", ",").upper())
