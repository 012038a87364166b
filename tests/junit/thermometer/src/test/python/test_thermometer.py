import unittest
from usr import thermometer


class ThermometerTest(unittest.TestCase):
    def test_above_zero(self):
        self.assertEqual(thermometer.celsius(0x191), 25.0625)

    def test_below_zero(self):
        self.assertEqual(thermometer.celsius(0xFF8), -0.5)


def test_zero():
    assert thermometer.celsius(0) == 0
