"""A state machine of objects that call each other."""


class Valve:
    def __init__(self):
        self.open = False
        self.turns = 0

    def turn(self, open):
        if self.open != open:
            self.open = open
            self.turns += 1


class Tank:
    def __init__(self, valve):
        self.valve = valve
        self.level = 50

    def step(self):
        self.level += 3 if self.valve.open else -2
        if self.level > 80:
            self.valve.turn(False)
        elif self.level < 20:
            self.valve.turn(True)


def work():
    tank = Tank(Valve())
    for _ in range(3000):
        tank.step()
    return tank.valve.turns
