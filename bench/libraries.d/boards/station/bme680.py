"""A BME680, for temperature, pressure and humidity: registers, whose numbers go on by themselves. What it measures is always new."""

CALIBRATION = {  # of a part whose readings below are 21.5 degrees, some 1000 hPa and 45 %
    0xE9: 26000, 0x8A: 26500, 0x8C: 3,
    0x8E: 36400, 0x90: -10300, 0x92: 88, 0x94: 7000, 0x96: -90, 0x98: 30, 0x99: 30, 0x9C: -3000, 0x9E: -2000, 0xA0: 30,
    0xE4: 0, 0xE5: 45, 0xE6: 20, 0xE7: 120, 0xE8: -100,
}
WORDS = (0xE9, 0x8A, 0x8E, 0x90, 0x94, 0x96, 0x9C, 0x9E)
TEMPERATURE, PRESSURE, HUMIDITY = 484056, 340000, 20500


class Peer:
    def __init__(self):
        self.registers = bytearray(256)
        for register, value in CALIBRATION.items():
            self.registers[register] = value & 255
            if register in WORDS:
                self.registers[register + 1] = value >> 8 & 255
        self.registers[0xE1], self.registers[0xE2], self.registers[0xE3] = 1000 >> 4, (1000 & 15) << 4 | 800 & 15, 800 >> 4
        self.registers[0xD0] = 0x61
        self.registers[0x1D] = 0x80
        for register, value in ((0x1F, PRESSURE), (0x22, TEMPERATURE)):
            self.registers[register : register + 3] = bytes((value >> 12, value >> 4 & 255, (value & 15) << 4))
        self.registers[0x25], self.registers[0x26] = HUMIDITY >> 8, HUMIDITY & 255
        self.register = 0

    def write(self, data):
        self.register = data[0]
        for i, value in enumerate(data[1:]):
            self.registers[self.register + i] = value
        return True

    def read(self, count):
        return bytes(self.registers[self.register : self.register + count])
