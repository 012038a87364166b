"""The EC600M, of the ASR 1606 chips. Numbers with a B are entries of facts-board.md."""

from machine import I2C, KeyPad, UART
from misc import PWM


def test_more_parities():
    """B2.21: mark and space."""
    for parity in (0, 1, 2, 3, 4):
        assert UART(2, 9600, 8, parity, 1, 0).any() == 0
    try:
        UART(2, 9600, 8, 5, 1, 0)
    except ValueError as e:
        assert str(e) == "invalid parity bits"


def test_flow_control_is_taken():
    """B2.32: it moves the port to other pins."""
    assert repr(UART(1, 9600, 8, 0, 1, 1)).endswith("flow=1)")


def test_its_buses():
    """B2.102, B2.80"""
    assert [I2C.I2C0, I2C.I2C1, I2C.I2C2] == [0, 1, 2]
    assert KeyPad(5, 5).init() == 0 and KeyPad(5, 6).init() == -1


def test_pulses():
    """B3.3: as the other ASR chips."""
    try:
        PWM(0, PWM.ABOVE_1US, 1, 158)
    except ValueError as e:
        assert str(e).startswith("PWM parameter error")
