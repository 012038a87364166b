"""ST's LIS3DH on I2C: acceleration up to 4 g, and its interrupt line."""

import ustruct

CTRL_REG1, CTRL_REG3, CTRL_REG4, CTRL_REG5 = 0x20, 0x22, 0x23, 0x24
OUT = 0x28
INT1_CFG, INT1_SRC, INT1_THS = 0x30, 0x31, 0x32
SEVERAL = 0x80  # registers, in the first one's number
HUNDRED_HZ_ALL_AXES = 0x57
FOUR_G_TWELVE_BITS = 0x18
STEP = 0.002  # g; of twelve bits
THRESHOLD_STEP = 0.032  # g
ABOVE_ON_ANY_AXIS = 0x2A
TO_INT1 = 0x40
LATCHED = 0x08


class Lis3dh:
    """Lis3dh(bus, address=0x19): measures from now on."""

    def __init__(self, bus, address=0x19):
        self._bus, self._address = bus, address
        self._put(CTRL_REG1, HUNDRED_HZ_ALL_AXES)
        self._put(CTRL_REG4, FOUR_G_TWELVE_BITS)

    def _put(self, register, value):
        if self._bus.write(self._address, bytes([register]), 1, bytes([value]), 1) != 0:
            raise OSError("no LIS3DH at 0x%02x" % self._address)

    def _get(self, register, count):
        data = bytearray(count)
        if self._bus.read(self._address, bytes([register]), 1, data, count, 0) != 0:
            raise OSError("no LIS3DH at 0x%02x" % self._address)
        return data

    def acceleration(self):
        """acceleration() -> (x, y, z) in g."""
        return [each // 16 * STEP for each in ustruct.unpack("<hhh", self._get(OUT | SEVERAL, 6))]

    def alarm_above(self, threshold):
        """alarm_above(threshold): the line INT1 is high, until acknowledge(), when an axis has been above so many g."""
        self._put(INT1_THS, round(threshold / THRESHOLD_STEP))
        self._put(INT1_CFG, ABOVE_ON_ANY_AXIS)
        self._put(CTRL_REG5, LATCHED)
        self._put(CTRL_REG3, TO_INT1)

    def acknowledge(self):
        """acknowledge(): INT1 is low again, unless an axis still is above."""
        self._get(INT1_SRC, 1)
