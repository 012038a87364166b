"""misc.PWM and PWM_V2, by the facts of facts-board.md B3.1 to B3.5; what single models take is in tests/device/models."""

from misc import PWM, PWM_V2

from qpytest import board


def refused(make, *arguments):
    try:
        make(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_constants():
    """B3.1"""
    assert (PWM.ABOVE_1US, PWM.ABOVE_MS, PWM.ABOVE_10US, PWM.ABOVE_BELOW_US) == (0, 1, 2, 3)
    assert (PWM.PWM0, PWM.PWM1, PWM.PWM2, PWM.PWM3) == (0, 1, 2, 3)


def test_four_arguments():
    """B3.1: three are the first generation's."""
    assert "positional" in refused(PWM, 0, 100, 220)


def test_what_is_refused():
    """B3.2"""
    assert refused(PWM, 4, 0, 1, 2) == "invalid PWMn value, must be in {0~3}."
    assert refused(PWM, 0, 4, 1, 2) == "invalid cycle_range value, must be in {0:us, 1:ms, 2:10us, 3:below us}."
    assert refused(PWM, 0, 0, -1, 2).startswith("invalid high_time value")
    assert refused(PWM, 0, 0, 1, 65536).startswith("invalid cycle_time value")
    text = "invalid high_time value, must less more cycle_time or be equal to cycle_time"
    assert refused(PWM, 0, 0, 3, 2) == text
    assert PWM(0, 0, 2, 2).open() == 0


def test_its_text():
    """B3.2"""
    assert repr(PWM(PWM.PWM2, PWM.ABOVE_MS, 1, 4)) == "PWM(pin:2 high time:1 cycle_time:4)"


def test_a_cycle_of_no_length():
    """B3.2: no exception."""
    pulse = PWM(0, 0, 0, 0)
    assert pulse.open() == -1 and pulse.close() == 0 and board.pwm(0) is None


def test_units():
    """B3.3: us, ms, 10 us, and counts of 13 MHz."""
    for unit, frequency in ((PWM.ABOVE_1US, 10000), (PWM.ABOVE_MS, 10), (PWM.ABOVE_10US, 1000), (PWM.ABOVE_BELOW_US, 130000)):
        pulse = PWM(PWM.PWM1, unit, 25, 100)
        assert pulse.open() == 0
        seen, duty = board.pwm(1)
        assert abs(seen - frequency) < 1e-6 * frequency and duty == 0.25
        assert pulse.close() == 0 and board.pwm(1) is None


def test_new_values():
    """B3.4"""
    pulse = PWM(0, PWM.ABOVE_MS, 1, 4)
    assert pulse.open(PWM.ABOVE_MS, 1, 2) == 0 and board.pwm(0) == (500.0, 0.5)
    pulse = PWM_V2(PWM_V2.PWM1, 1000.5, 25)
    assert pulse.open() == 0 and board.pwm(1) == (1000.5, 0.25)
    assert pulse.open(50.0, 100) == 0 and board.pwm(1) == (50.0, 1.0) and pulse.close() == 0


def test_what_the_newer_refuses():
    """B3.4"""
    assert refused(PWM_V2, 9, 50.0, 50).startswith("invalid PWMn value")
    assert refused(PWM_V2, 0, 0, 50) == "invalid frequency value"
    assert refused(PWM_V2, 0, 50.0, 101).startswith("invalid duty value")
