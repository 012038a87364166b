"""A VEML7700, a light sensor: registers of two bytes, the low one first."""


class Peer:
    def __init__(self):
        self.registers = {4: 250, 5: 400, 12: 0xC481}  # light, white, identity
        self.register = 0

    def write(self, data):
        self.register = data[0]
        if len(data) > 2:
            self.registers[self.register] = data[1] | data[2] << 8
        return True

    def read(self, count):
        value = self.registers.get(self.register, 0)
        return (bytes((value & 255, value >> 8)) + bytes(count))[:count]
