"""A peer that fails in each way."""

import utime


class Peer:
    def write(self, data):
        if data == b"raise":
            return data[99]
        if data == b"number":
            return 5
        if data == b"refuse":
            return False
        if data == b"never":
            utime.sleep(60)
        return True

    def read(self, count):
        if count == 1:
            return "a text that is much longer than a line of what a person is told may be"
        return b"abc"

    def exchange(self, data):
        return self.read(len(data))

    def reset(self):
        raise OSError(5)

    def level_changed(self, pin, level):
        send("GPIO%d" % pin)
