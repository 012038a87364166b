"""A peer in Python is fresh for each test."""

import utime
from machine import UART


def ask():
    port = UART(UART.UART5, 9600, 8, 0, 1, 0)
    port.write(b"READ\n")
    utime.sleep_ms(300)
    return port.read()


def test_the_first_answer():
    assert ask() == b"1 READ\n"
    assert ask() == b"2 READ\n"


def test_the_first_answer_again():
    assert ask() == b"1 READ\n"
