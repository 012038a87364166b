# A peer that answers what is no answer: first no bytes at all, then some that mean nothing, then more than anybody asked for.
class Peer:
    def __init__(self):
        self.count = 0

    def received(self, data):
        self.count += 1
        send((None, b"\xff\x00\xfe", bytes(2500))[self.count - 1])
