# A peer that answers what is no answer: first no bytes at all, then some that mean nothing.
class Peer:
    def __init__(self):
        self.count = 0

    def received(self, data):
        self.count += 1
        send(None if self.count == 1 else b"\xff\x00\xfe")
