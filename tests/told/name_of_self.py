# says 7 in run: undefined: nothing here is named 'count', the object has it. Write self.count.
class Meter:
    def __init__(self):
        self.count = 0

    def read(self):
        return count + 1


print(Meter().read())
