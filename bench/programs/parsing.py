"""NMEA sentences split, checked and read."""

SENTENCE = "$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76"


def degrees(text, width):
    return int(text[:width]) + float(text[width:]) / 60


def parse(sentence):
    body, checksum = sentence[1:].split("*")
    seen = 0
    for character in body:
        seen ^= ord(character)
    fields = body.split(",")
    return seen == int(checksum, 16), degrees(fields[2], 2), degrees(fields[4], 3)


def work():
    for _ in range(100):
        result = parse(SENTENCE)
    return result
