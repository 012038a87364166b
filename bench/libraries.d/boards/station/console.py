"""A console at a station's serial port. It shows each line with its number, and asks for another interval once."""


class Peer:
    def __init__(self):
        self.lines = 0

    def received(self, data):
        self.lines += 1
        print(self.lines, data.decode().strip())
        if self.lines == 1:
            send(b"SET_INTERVAL:2")
