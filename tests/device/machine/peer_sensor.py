"""A thermometer on I2C, which raises its line above 30 degrees, and takes 15 ms to measure."""

import utime


class Peer:
    def __init__(self):
        self.temperature = 25
        self.command = b""

    def write(self, data):
        self.command = data
        return data in (b"\x24\x00", b"\x01")

    def read(self, count):
        utime.sleep_ms(15)
        try:
            drive("GPIO23", self.temperature > 30)
        except ValueError:  # the one without a line
            pass
        return bytes([int(self.temperature), *self.command])[:count]
