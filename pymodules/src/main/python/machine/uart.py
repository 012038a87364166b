"""machine.UART - the serial ports. Documentation: facts-board.md B2.20 to B2.35."""

_RATES = frozenset((
    300, 600, 1200, 2400, 3600, 4800, 7200, 9600, 14400, 19200, 28800, 33600, 38400, 57600, 115200, 230400, 460800,
    921600, 1000000, 1842000, 3686400, 4468750,
))  # fmt: skip
_PARITIES = {0: "None", 1: "1", 2: "0"}
_MORE_PARITIES = {3: "3", 4: "4"}  # mark and space, on some chips; how they are shown is guessed
_MORE_PARITIES_ON = "ASR_160"
_EIGHT_BITS_ON = "Unisoc"
_POLL = 3  # the request of ioctl() that asks a stream what it is ready for
_READABLE_WRITABLE = 5
_UARTS = frozenset(_host.uarts())
_ports = {}  # one object for each number (B2.23)


class _Numbers(type):
    """The class of UART: a name UARTn that the module lacks is told of."""

    def __getattr__(cls, name):
        error = AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
        if name.startswith("UART") and name[4:].isdigit():
            error.hint = _lacks(name[4:])
        raise error


def _lacks(number):
    """The code and the line about a port that there is none of."""
    has = ", ".join(["UART%d" % each for each in sorted(_UARTS)])
    return "uart", "the %s has no UART%s: it has %s" % (_host.modelName(), number, has)


def _wrong(text, value, want):
    """ValueError with the firmware's text, and a line with what is wanted."""
    error = ValueError(text)
    error.hint = "uart", "%s: got %r, want %s" % (text, value, want)
    return error


def _bytes(value):
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise TypeError("object with buffer protocol required")


class UART(metaclass=_Numbers):
    """UART(UARTn, baudrate, databits, parity, stopbits, flowctl) -> a serial port: the same object for the same number.

    The port is closed and opened again if it is open; set_callback() stays as it is, which is a guess. ValueError for a port
    that the module lacks, for another rate, for data bits other than 5 to 8, a parity other than 0 (none), 1 (even), 2 (odd),
    stop bits other than 1 and 2, and flow control other than 0 and 1: all of them must be given (B2.20). The last five also
    go by the names of the firmware's: baudrate, bits, parity, stop, flow. The EC200U, EC600U, EC800G and EG915U have 8 data bits
    only, the EC600M, EC800M and EG810M the parities 3 (mark) and 4 (space) too. group, of the newest firmware, picks pins of the module,
    and changes nothing here.
    """

    REPL_UART = 3

    def __new__(cls, UARTn, baudrate=0, bits=0, parity=-1, stop=-1, flow=-1, group=0):
        if UARTn not in _UARTS:
            error = ValueError("UART(%d) does not exist" % UARTn)
            error.hint = _lacks(UARTn)
            raise error
        if group not in (0, 1):
            raise _wrong("invalid group bits", group, "0 or 1")
        number = int(UARTn)
        port = _ports.get(number)
        if port is None:
            port = object.__new__(cls)
            port._number, port._port = number, _host.uart(number)
        port.init(baudrate, bits, parity, stop, flow)
        _ports[number] = port
        return port

    def init(self, baudrate=0, bits=0, parity=-1, stop=-1, flow=-1):
        """init(baudrate, bits, parity, stop, flow): opens the port anew. Not documented; in the firmware (B2.26)."""
        if baudrate not in _RATES:
            raise _wrong("invalid baudrate", baudrate, "one of " + ", ".join(map(str, sorted(_RATES))))
        family = _host.family()
        if bits not in (5, 6, 7, 8):
            raise _wrong("invalid data bits", bits, "5 to 8")
        if bits != 8 and family.startswith(_EIGHT_BITS_ON):
            raise _wrong("invalid data bits, Unisoc platform only support 8 data bit.", bits, "8")
        if parity not in _PARITIES and not (parity in _MORE_PARITIES and family.startswith(_MORE_PARITIES_ON)):
            raise _wrong("invalid parity bits", parity, "0 for none, 1 for even, 2 for odd")
        if stop not in (1, 2):
            raise _wrong("invalid stop bits", stop, "1 or 2")
        if flow not in (0, 1):
            raise _wrong("invalid flow bits", flow, "0, or 1 for RTS and CTS")
        self._settings = int(baudrate), int(bits), int(parity), int(stop), int(flow)
        self._port.open(*self._settings)

    def any(self):
        """any() -> how many bytes can be read: those that have come at the port's rate, at most 2000."""
        return self._port.available()

    def read(self, nbytes=-1):
        """read(nbytes) -> at most so many bytes of what has come, b'' if nothing has. read() -> all. It never waits (B2.25).

        None if the port is closed, as the firmware's source has it.
        """
        return self._port.read(0x7FFFFFFF if nbytes is None or nbytes < 0 else nbytes)

    def readinto(self, buf, nbytes=-1):
        """readinto(buf) -> how many bytes of what has come are in buf now. readinto(buf, nbytes): at most so many."""
        room = len(buf)
        data = self.read(room if nbytes is None or nbytes < 0 else min(room, nbytes))
        if data is None:
            return None
        buf[: len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """readline() -> what has come up to the next line feed, or all if there is none; readline(size): at most so much.

        Not documented; in the firmware (B2.26).
        """
        return self._port.readLine(0x7FFFFFFF if size is None or size < 0 else size)

    def readOnce(self, nbytes=-1):
        """readOnce(nbytes): as read(). Newer firmware has it (B2.26)."""
        return self.read(nbytes)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        """write(data) -> how many bytes: all. str is sent as UTF-8.

        The bytes leave at the port's rate. write() returns when at most 512 of them are left to send, which is a guess. None
        if the port is closed, as the firmware's source has it.
        """
        data = _bytes(data)
        return len(data) if self._port.write(data) else None

    def writeOnce(self, data):
        """writeOnce(data): as write(). Newer firmware has it (B2.26)."""
        return self.write(data)

    def close(self):
        """close() -> 0. What was written is still sent."""
        self._port.close()
        return 0

    def set_callback(self, fun):
        """set_callback(fun) -> 0: calls fun([0, port, size]) when bytes have come, of which size can be read.

        It is called after a silence of four bytes, and each time 512 bytes have come without one, which is a guess. None: no
        call any more.
        """
        if fun is not None and not callable(fun):
            raise TypeError("'%s' object isn't callable" % type(fun).__name__)
        self._port.onReceived(fun)
        return 0

    def control_485(self, gpio, direction, block=0):
        """control_485(GPIOn, direction) -> 0: the pin is high (direction 1) or low (0) while the port sends. -1: no such pin."""
        if direction not in (0, 1) or not isinstance(gpio, int):
            raise ValueError("invalid parameter")
        return 0 if self._port.steer(gpio, direction) else -1

    def ioctl(self, request, flags):
        """For uselect, which finds a port ready to be read and written at any time, as in the firmware (B2.27)."""
        return flags & _READABLE_WRITABLE if request == _POLL else -22

    def __repr__(self):
        baud, bits, parity, stop, flow = self._settings
        return "UART(%d, baudrate=%d, bits=%d, parity=%s, stop=%d, flow=%d)" % (
            self._number, baud, bits, _PARITIES.get(parity) or _MORE_PARITIES[parity], stop, flow,
        )  # fmt: skip


for _each in _UARTS:
    setattr(UART, "UART%d" % _each, _each)
for _each in _host.gpios():
    setattr(UART, "GPIO%d" % _each, _each)
