"""machine.LCD on SPI and on MIPI, by facts-board.md B2.110 and B2.117: another form of bytes than lcd_init's (B2.112)."""

from machine import LCD

from qpytest import board


def test_a_panel():
    """B2.117: command, pause, number of bytes, bytes."""
    lcd = LCD()
    init = bytearray(b"\x11\x78\x00\x36\x00\x01\x00\x29\x00\x00")
    assert lcd.mipi_init(init, width=200, hight=100, DataLane=2, RgbOrder=8, BllpEnable=True, TESel=False) == 0
    assert lcd.lcd_clear(0xF800) == 0 and board.lcd.pixel(199, 99) == 0xF800


def test_a_panel_on_spi():
    """B2.110: six arguments more, of any pins."""
    on = b"\x00\x00\x29"
    window = (
        b"\x00\x04\x2a\x01\x01\xf0\x01\x01\xf1\x01\x01\xe0\x01\x01\xe1"
        b"\x00\x04\x2b\x01\x01\xf2\x01\x01\xf3\x01\x01\xe2\x01\x01\xe3\x00\x00\x2c"
    )
    arguments = [b"\x00\x00\x11\x00\x00\x29", 240, 320, 26000, 1, 4, 0, window, on, on, None]
    assert LCD().lcd_init(*(arguments + [1, 0, 0, 5, 6, 7])) == 0
    assert LCD().lcd_write(b"\x00\x1f", 239, 319, 239, 319) == 0 and board.lcd.pixel(239, 319) == 0x1F


def test_its_size_without_a_word():
    """B2.117"""
    lcd = LCD()
    assert lcd.mipi_init(b"\x29\x00\x00") == 0
    assert lcd.lcd_write(b"\xf8\x00", 479, 853, 479, 853) == 0 and lcd.lcd_write(b"\xf8\x00", 480, 0, 480, 0) == -2


def test_what_is_refused():
    """B2.117"""
    for arguments, names in (((b"",), {}), ((b"\x29\x00\x00",), {"width": 0}), ((b"\x29\x00\x00",), {"colour": 1})):
        try:
            LCD().mipi_init(*arguments, **names)
            raise AssertionError("not refused")
        except (TypeError, ValueError):
            pass
