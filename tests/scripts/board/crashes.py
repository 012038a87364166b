# A peer that fails at what it hears.
class Peer:
    def received(self, data):
        raise ValueError("no " + data.decode())
