# A peer that fails before it begins.
class Peer:
    def __init__(self):
        self.table = {}["meter"]
