"""Turns the sensor's raw numbers into degrees."""


def celsius(raw):
    """celsius(raw) -> degrees; raw is in sixteenths of a degree, a negative number in two's complement of 12 bits."""
    if raw & 0x800:
        raw -= 0x1000
    return raw / 16
