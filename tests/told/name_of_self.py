# says 7 in run: undefined: nothing here is named 'count'. Give it a value, or import it, first.
class Meter:
    def __init__(self):
        self.count = 0

    def read(self):
        return count + 1


print(Meter().read())
