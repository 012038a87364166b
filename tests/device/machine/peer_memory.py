"""A memory at a one-wire line."""


class Peer:
    data = b""

    def reset(self):
        return len(self.data) < 4

    def write(self, data):
        self.data += data

    def read(self, count):
        return (self.data + b"\xff" * count)[:count]
