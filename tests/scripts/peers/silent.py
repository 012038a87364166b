"""A peer that prints, and drives what it is not connected to."""


class Peer:
    def received(self, data):
        print("received", data)
        drive("GPIO7", 1)
