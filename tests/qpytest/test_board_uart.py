"""qpytest.board.uart: the other end of a serial port."""

import qpytest
import utime
from machine import UART

board = qpytest.board


def raises(message, function, *arguments):
    try:
        function(*arguments)
    except AssertionError as e:
        assert message in str(e), e
    else:
        assert False, "nothing was raised"


def opened(rate=9600):
    return UART(UART.UART2, rate, 8, 0, 1, 0)


def test_sends_at_the_rate_of_the_port():
    port = opened()
    board.uart(2).send(b"x" * 96)
    utime.sleep_ms(50)
    assert 46 <= port.any() <= 48
    utime.sleep_ms(51)
    assert port.read() == b"x" * 96


def test_a_callback_hears_of_it():
    calls = []
    opened(115200).set_callback(calls.append)
    board.uart("UART2").send("hello")
    qpytest.clock.advance(0.1)
    assert calls == [[0, 2, 5]]


def test_receives_what_the_script_has_sent():
    port, end = opened(), board.uart(2)
    port.write("AT\r\nATI\r\n")
    assert end.received == b""
    assert end.wait_received(b"\r\n") == b"AT\r\n"
    assert end.wait_received(3) == b"ATI"
    assert end.received == b"\r\n"
    raises("UART2 has not sent 5 bytes in 2 s, but b'\\r\\n'", end.wait_received, 5, 2)
    raises("UART2 has not sent b'OK' in 0.5 s", end.wait_received, "OK", 0.5)


def test_nothing_is_left_of_the_test_before():
    assert board.uart(2).received == b""
    raises("UART2 is closed", board.uart(2).send, b"x")


def test_responds():
    port, end = opened(), board.uart(2)
    end.respond(b"AT\r", b"OK\r\n")
    end.respond("ATI\r", "Quectel\r\n")
    for text, answer in (("AT\r", b"OK\r\n"), ("ATI\r", b"Quectel\r\n"), ("ATZ\r", b""), ("ATI\rAT\r", b"Quectel\r\nOK\r\n")):
        port.write(text)
        utime.sleep_ms(50)
        assert port.read() == answer, text


def test_responses_end_with_their_test():
    port = opened()
    port.write("AT\r")
    utime.sleep_ms(50)
    assert port.any() == 0


def test_a_cable_that_is_pulled():
    port, end = opened(), board.uart(2)
    end.respond(b"AT\r", b"OK\r\n")
    end.send(b"x" * 96)
    utime.sleep_ms(50)
    end.unplug()
    here = port.any()
    assert 46 <= here <= 48
    utime.sleep_ms(100)
    assert port.any() == here, "the rest was still on the line"
    end.send(b"lost")
    port.write(b"AT\r")
    utime.sleep_ms(50)
    assert len(port.read()) == here and end.received == b""
    end.plug()
    port.write(b"AT\r")
    utime.sleep_ms(50)
    assert port.read() == b"OK\r\n" and end.received == b"AT\r"
    end.unplug()


def test_the_cable_is_there_again():
    port = opened()
    board.uart(2).send(b"x")
    utime.sleep_ms(50)
    assert port.read() == b"x"


def test_ports_that_do_not_exist():
    for number in (17, "UART17", "x"):
        raises("the module has no serial port", board.uart, number)
