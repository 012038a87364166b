# A peer that cannot be read.
class Peer:
    def received(self, data)
        pass
