"""misc.ADC and Power.getVbatt, by the facts of facts-board.md B3.6, B3.7 and B3.23."""

from misc import ADC, Power

from qpytest import board


def test_the_vendors_test():
    """B3.6: an object for each call, and the samples' numbers."""
    board.adc.set(0, 613)
    board.adc.set(1, 605)
    assert (ADC.ADC0, ADC.ADC1, ADC.ADC2, ADC.ADC3) == (0, 1, 2, 3)
    assert ADC().open() == 0
    assert ADC().read(ADC.ADC0) == 613 and ADC().read(ADC.ADC1) == 605 and ADC().read(ADC.ADC2) == 0
    assert ADC().close() == 0


def test_nobody_asks_whether_it_was_opened():
    """B3.6"""
    board.adc.set(0, 613)
    assert ADC().read(0) == 613


def test_inputs_that_are_not_there():
    """B3.6"""
    assert ADC().read(4) == -1 and ADC().read(-1) == -1


def test_the_battery():
    """B3.23: the vendor's battery.py asks a hundred times, and looks in a table of 3300 to 4200 mV."""
    readings = [Power.getVbatt() for _ in range(100)]
    assert 3300 <= sum(readings) / 100 <= 4200
    board.battery(3590)
    assert Power.getVbatt() == 3590
