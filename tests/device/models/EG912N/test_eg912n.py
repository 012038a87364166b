"""The EG912N. Numbers with a B are entries of facts-board.md."""

from machine import KeyPad, UART


def test_the_keypad():
    """B2.102"""
    assert KeyPad(3, 3).init() == 0 and KeyPad(4, 3).init() == -1


def test_flow_control_is_taken():
    """B2.32: it moves the port to other pins."""
    assert repr(UART(1, 9600, 8, 0, 1, 1)).endswith("flow=1)")
