"""A shift register on SPI: what goes in comes out with the next byte; a command ends when it is selected no longer."""


class Peer:
    def __init__(self):
        self.commands = 0

    def selected(self):
        self.last = self.commands

    def exchange(self, data):
        given = bytes([self.last, *data[:-1]])
        self.last = data[-1]
        return given

    def deselected(self):
        self.commands += 1
