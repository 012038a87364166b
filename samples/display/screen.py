"""An ST7789 of 240 x 320 pixels, and what is drawn on it."""

from machine import LCD

WIDTH, HEIGHT = 240, 320
BLACK, WHITE, RED, YELLOW, GREEN = 0x0000, 0xFFFF, 0xF800, 0xFFE0, 0x07E0

# Each entry: 0 a command, 1 data, 2 a wait in ms; how many bytes follow; the bytes.
WAKE = b"\x00\x00\x11\x02\x00\x78\x00\x01\x36\x01\x01\x00\x00\x01\x3a\x01\x01\x05\x00\x00\x29"
WINDOW = (
    b"\x00\x04\x2a\x01\x01\xf0\x01\x01\xf1\x01\x01\xe0\x01\x01\xe1"
    b"\x00\x04\x2b\x01\x01\xf2\x01\x01\xf3\x01\x01\xe2\x01\x01\xe3\x00\x00\x2c"
)
ON, OFF = b"\x00\x00\x29", b"\x00\x00\x28"
MHZ_52 = 52000
AT_ONCE = 8192  # bytes


class Screen:
    """The display, black."""

    def __init__(self):
        self._lcd = LCD()
        if self._lcd.lcd_init(
            bytearray(WAKE), WIDTH, HEIGHT, MHZ_52, 1, 4, 0, bytearray(WINDOW), bytearray(ON), bytearray(OFF), None
        ):
            raise OSError("no display")
        self._lcd.lcd_clear(BLACK)

    def fill(self, x, y, width, height, colour):
        """fill(x, y, width, height, colour): a rectangle in one colour; nothing where it has no area."""
        if width <= 0 or height <= 0:
            return
        rows = max(1, AT_ONCE // (2 * width))
        for top in range(y, y + height, rows):
            count = min(rows, y + height - top)
            pixels = bytes((colour >> 8, colour & 0xFF)) * (width * count)
            self._lcd.lcd_write(pixels, x, top, x + width - 1, top + count - 1)

    def frame(self, x, y, width, height, colour):
        """frame(x, y, width, height, colour): a rectangle's edges."""
        self.fill(x, y, width, 1, colour)
        self.fill(x, y + height - 1, width, 1, colour)
        self.fill(x, y, 1, height, colour)
        self.fill(x + width - 1, y, 1, height, colour)

    def sleep(self, asleep):
        """sleep(asleep): whether it is dark; what was drawn stays."""
        if asleep:
            self._lcd.lcd_display_off()
        else:
            self._lcd.lcd_display_on()
