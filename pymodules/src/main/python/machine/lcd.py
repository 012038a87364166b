"""machine.LCD - the display. Documentation: facts-board.md B2.110 to B2.118."""

_buffers = _device.library("dialect/buffers")
_lcd = _host.lcd()

_SPEEDS = (6500, 13000, 26000, 52000)  # kHz
_LARGEST = 500
_LONGEST = 1000
_ROOTS = ("U:", "/usr")
_HIGH_BYTE_FIRST = 0x10
_HEADER = 8
_TOO_MUCH = 65536  # colours
_MIPI = {
    "width": 480, "hight": 854, "bpp": 16, "DataLane": 2, "MipiMode": 0, "PixelFormat": 0, "DsiFormat": 0, "TransMode": 3,
    "RgbOrder": 8, "BllpEnable": True, "HSync": 10, "HBP": 10, "HFP": 10, "VSync": 4, "VBP": 10, "VFP": 14, "FrameRate": 60,
    "TESel": False, "RstPolarity": 1,
}  # fmt: skip
_MIPI_SPEED = 500000


def _sequence(value, text):
    """The bytes of a command sequence; ValueError with this text for none or too many."""
    data = _buffers.octets(value)
    if not 1 <= len(data) <= _LONGEST:
        raise ValueError(text)
    return data


def _optional(value, text):
    """The same, of a sequence that a script may leave out with None (B2.111)."""
    return b"" if value is None else _sequence(value, text)


def _read(name):
    """A file's bytes, by its path below /usr; None where it cannot be read."""
    for root in _ROOTS:
        if name.startswith(root):
            name = name[len(root) :]
    try:
        with open("/usr/" + name.lstrip("/"), "rb") as file:
            return file.read()
    except OSError:
        return None


def _headed(data):
    """(width, height, pixels) of a picture that begins with its size; None for what is too short."""
    if len(data) < _HEADER:
        return None
    order = "big" if data[0] == _HIGH_BYTE_FIRST else "little"
    return int.from_bytes(data[2:4], order), int.from_bytes(data[4:6], order), data[_HEADER:]


class LCD:
    """LCD() -> the display: there is one. It is set up by lcd_init(). [board.lcd] of qpy.toml has its size.

    On the EC200U, EC600U, EC600N, EC800N, EC600M, EC800M, EC800G, EG810M, EG912N, EG912U, EG915N and EG915U.
    """

    def lcd_init(
        self, init_data, width, height, clk, data_line, line_num, type, invalid, display_on, display_off, brightness, *spi
    ):
        """lcd_init(init_data, width, height, clk, data_line, line_num, type, invalid, display_on, display_off, brightness) -> 0.

        -1 where it is set up already. On SPI: and interface=1, spi_port, spi_mode, cs, dc, rst. All by place.
        init_data, invalid (what precedes pixels), display_on, display_off and brightness are bytes in triples: 0, n, a command with
        n bytes of data; 1, 1, a byte of data; 2, 0, a pause in ms. In invalid the bytes 0xF0 to 0xF3 and 0xE0 to 0xE3 stand for the
        ends of the window. display_on, display_off and brightness may be None. ValueError for more than 1000 bytes or none of these,
        sides beyond 500 pixels, a clk other than 6500, 13000, 26000 and 52000 kHz, a data_line other than 1 and 2, a line_num other
        than 3 and 4, a type other than 0 and 1.
        """
        if len(spi) not in (0, 6):
            raise TypeError("function takes 11 or 17 positional arguments but %d were given" % (11 + len(spi)))
        sequences = [
            _sequence(init_data, "invalid init data"),
            _sequence(invalid, "invalid invaild data"),
            _optional(display_on, "invalid display on data"),
            _optional(display_off, "invalid display off data"),
            _optional(brightness, "invalid brightness  data"),
        ]
        if clk not in _SPEEDS:
            raise ValueError("invalid clk")
        if width > _LARGEST or height > _LARGEST or data_line not in (1, 2) or line_num not in (3, 4) or type not in (0, 1):
            raise ValueError("Initialization parameter error(clk or dataline or linenum or lcdtype)")
        if width <= 0 or height <= 0:
            raise ValueError("init fail")  # the firmware's driver is asked, whose limits are not known
        if _lcd.isReady():
            return -1
        _lcd.init(int(width), int(height), clk * data_line, sequences)
        return 0

    def mipi_init(self, initbuf, **kwargs):
        """mipi_init(initbuf, width=480, hight=854, ...) -> 0: sets up a panel on MIPI (EC200U, EC600U); -1 where one is set up.

        initbuf: a command, a pause in ms, n, and n bytes of data, again and again. Of the other arguments width and hight count.
        """
        for name in kwargs:
            if name not in _MIPI:
                raise TypeError("unexpected keyword argument '%s'" % name)
        data = _sequence(initbuf, "invalid init data")
        settings = {**_MIPI, **kwargs}
        width, height = int(settings["width"]), int(settings["hight"])
        if not 0 < width <= 1024 or not 0 < height <= 1024:
            raise ValueError("invalid width or hight")
        if _lcd.isReady():
            return -1
        triples, i = bytearray(), 0
        while i + 3 <= len(data):
            command, pause, count = data[i : i + 3]
            triples += bytes((0, count, command))
            for each in data[i + 3 : i + 3 + count]:
                triples += bytes((1, 1, each))
            triples += bytes((2, 0, pause))
            i += 3 + count
        _lcd.init(width, height, _MIPI_SPEED, [bytes(triples), b"", b"\x00\x00\x29", b"\x00\x00\x28", b""])
        return 0

    def lcd_clear(self, color):
        """lcd_clear(color) -> 0: fills it with a colour, RGB565; -1 where it is not set up."""
        if not isinstance(color, int):
            raise TypeError("can't convert %s to int" % type(color).__name__)
        if not _lcd.isReady():
            return -1
        _lcd.clear(color % _TOO_MUCH)
        return 0

    def lcd_write(self, *args):
        """lcd_write(color_buffer, start_x, start_y, end_x, end_y) -> 0: draws pixels of RGB565, the high byte first.

        The corners belong to the rectangle. -1 where it is not set up, -2 for a rectangle that is not on it or has more pixels than
        the buffer (that it draws nothing then is guessed), -3 for an empty buffer. With another number of arguments it prints
        n_args error and gives False, as the firmware.
        """
        if len(args) != 5:
            print("n_args error")
            return False
        pixels = _buffers.octets(args[0])
        if not _lcd.isReady():
            return -1
        if not pixels:
            return -3
        return 0 if _lcd.write(pixels, *args[1:]) else -2

    def lcd_brightness(self, level):
        """lcd_brightness(level) -> 0: sends the bytes for it; 0 to 5. -1 for others (guessed), and where it is not set up."""
        if level not in range(6) or not _lcd.isReady():
            return -1
        _lcd.dim(int(level))
        return 0

    def lcd_display_on(self):
        """lcd_display_on() -> 0: sends the bytes for it; -1 where it is not set up. Firmware of 2021 also prints its name."""
        return self._switch(True)

    def lcd_display_off(self):
        """lcd_display_off() -> 0: sends the bytes for it; -1 where it is not set up. Firmware of 2021 also prints its name."""
        return self._switch(False)

    def _switch(self, on):
        if not _lcd.isReady():
            return -1
        _lcd.switchOn(on)
        return 0

    def lcd_write_cmd(self, cmd_value, cmd_value_len):
        """lcd_write_cmd(cmd_value, cmd_value_len) -> 0: sends a command, of so many bytes; -1 where it is not set up."""
        if not _lcd.isReady():
            return -1
        first, *rest = self._bytes(cmd_value, cmd_value_len)
        _lcd.command(first)
        if rest:
            _lcd.data(bytes(rest))
        return 0

    def lcd_write_data(self, data_value, data_value_len):
        """lcd_write_data(data_value, data_value_len) -> 0: sends data, of so many bytes; -1 where it is not set up."""
        if not _lcd.isReady():
            return -1
        _lcd.data(self._bytes(data_value, data_value_len))
        return 0

    def _bytes(self, value, length):
        if not 1 <= length <= 4:
            raise ValueError("want 1 to 4 bytes")  # the firmware's text is not known
        return (value % (1 << 8 * length)).to_bytes(length, "big")

    def lcd_show(self, file_name, start_x, start_y, *size):
        """lcd_show(file_name, start_x, start_y) -> 0: draws a picture of /usr: a .bin file that begins with its size, or a JPEG.

        lcd_show(file_name, start_x, start_y, width, hight): a .bin file of pixels alone. -1 where it cannot be drawn. ValueError for
        other kinds of files.
        """
        kind = file_name[file_name.rfind(".") :]
        if kind in (".jpg", ".jpeg"):
            return self.lcd_show_jpg(file_name, start_x, start_y)
        if kind != ".bin":
            raise ValueError("This kind of picture format is not supported at present")
        data = _read(file_name)
        if data is None:
            return -1
        return self._show((*size, data) if len(size) == 2 else _headed(data), start_x, start_y)

    def lcd_show_jpg(self, file_name, start_x, start_y):
        """lcd_show_jpg(file_name, start_x, start_y) -> 0: draws a JPEG picture of /usr; -1 where it cannot be drawn."""
        data = _read(file_name)
        return self._show(None if data is None else _lcd.decode(data), start_x, start_y)

    def _show(self, picture, x, y):
        if picture is None or not _lcd.isReady():
            return -1
        width, height, pixels = picture
        if width < 1 or height < 1:
            return -1
        return 0 if _lcd.write(pixels, x, y, x + width - 1, y + height - 1) else -1
