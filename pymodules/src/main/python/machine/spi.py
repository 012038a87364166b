"""machine.SPI and machine.SoftSPI. Documentation: facts-board.md B2.90 to B2.94."""

_pin = _device.library("machine/pin")
_buffers = _device.library("dialect/buffers")
_buses = _host.buses()

_PORTS = tuple(_buses.spis())
_MODES = range(4)
_ASR = (812500, 1625000, 3250000, 6500000, 13000000, 26000000, 52000000)  # bits a second, by clk (B2.91)
_UNISOC = (781250, 1562500, 3125000, 5000000, 6250000, 10000000, 12500000, 20000000, 25000000, 33330000)
_RDA = (5000000, *(n * 1000000 for n in range(1, 40)))
_OF_FAMILIES = {"RDA": _RDA, "Unisoc": _UNISOC, "Unisoc_8850": _UNISOC, "EIGEN": _ASR[:5], "": _ASR + _UNISOC[len(_ASR) :]}
_SOFT_SPEEDS = (50000, 100000)  # bits a second, by speed


class _Numbers(type):
    """The class of SPI: a name SPIn that the module lacks is told of."""

    def __getattr__(cls, name):
        error = AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
        if name.startswith("SPI") and name[3:].isdigit():
            error.hint = _lacks(name[3:])
        raise error


def _lacks(number):
    """The code and the line about a port that there is none of."""
    has = ", ".join(["SPI%d" % each for each in _PORTS])
    return "spi", "the %s has no SPI%s: it has %s" % (_host.modelName(), number, has or "no SPI")


class _Bus:
    """What both classes do. Lengths that are larger than a buffer are its own (guessed)."""

    def write(self, data, datalen):
        """write(data, datalen) -> 0: sends the first datalen bytes. SPI has no answer: 0 where nothing is connected, too."""
        self._exchange(_buffers.octets(data)[: max(0, datalen)])
        return 0

    def read(self, recv_data, datalen):
        """read(recv_data, datalen) -> 0: reads datalen bytes into recv_data, and sends zeros meanwhile (guessed)."""
        view = _buffers.writable(recv_data)
        count = min(max(0, datalen), view.nbytes)
        view[:count] = self._exchange(bytes(count))
        return 0

    def write_read(self, r_data, data, datalen):
        """write_read(r_data, data, datalen) -> 0: sends datalen bytes of data, and puts what comes at the same time into r_data."""
        view = _buffers.writable(r_data)
        received = self._exchange(_buffers.octets(data)[: max(0, datalen)])
        count = min(len(received), view.nbytes)
        view[:count] = received[:count]
        return 0

    def _exchange(self, sent):
        return self._bus.exchange(self._speed, sent)


class SPI(_Bus, metaclass=_Numbers):
    """SPI(port, mode, clk, group=0) -> an SPI port. ValueError for another port, mode or clk, and one that the module lacks.

    mode 0 to 3: clock polarity and phase, on the BC25 0 and 3 (that others raise so is guessed). clk 0 to 6: 812.5 kHz and twice as much each time; the table of other makers' chips
    is another (B2.91). group picks pins on newer modules, and changes nothing here.
    """

    def __new__(cls, port, mode, clk, group=0):
        family = _host.family()
        speeds = _OF_FAMILIES.get(family, _ASR)
        if port not in _MODES:
            raise ValueError("port must be (0~3)")
        if mode not in _MODES:
            raise ValueError("mode must be (0~3)")
        if clk not in range(len(speeds)):
            raise ValueError("clk must be (0~%d)" % (len(speeds) - 1))
        lacking = None
        if port not in _PORTS:
            lacking = _lacks(port)
        elif family == "RDA" and mode in (1, 2):
            lacking = "spi", "an SPI port of the %s has the modes 0 and 3" % _host.modelName()
        if lacking:
            error = ValueError("spi init fail")
            error.hint = lacking
            raise error
        bus = object.__new__(cls)
        bus._bus, bus._speed = _buses.spi(int(port)), speeds[clk]
        return bus


class SoftSPI(_Bus, metaclass=_pin._Numbers):
    """SoftSPI(gpio_clk, gpio_cs, gpio_mosi, gpio_miso=None, wire_type=WIRE_4, speed=1, mode=0, cs_active_lvl=LOW) -> SPI by pins.

    On the EC600E and EC800E. speed 0: 50 kHz, 1: 100 kHz. wire_type WIRE_3: what is sent and received share gpio_mosi. mode 0 to 3:
    clock polarity and phase. cs_active_lvl LOW or HIGH. ValueError for a pin that the module lacks, and another speed or mode
    (guessed). `softspi` of qpy.toml's [board] has what is connected.
    """

    WIRE_3, WIRE_4 = 0, 1  # the numbers are guessed
    LOW, HIGH = 0, 1

    def __init__(
        self, gpio_clk, gpio_cs, gpio_mosi, gpio_miso=None, wire_type=WIRE_4, speed=1, mode=0, cs_active_lvl=LOW
    ):
        for each in (gpio_clk, gpio_cs, gpio_mosi, gpio_miso):
            if each is not None:
                _pin._number(each, "invalid pin")
        if speed not in range(len(_SOFT_SPEEDS)):
            raise ValueError("invalid speed")
        if mode not in _MODES:
            raise ValueError("mode must be (0~3)")
        self._bus, self._speed = _buses.simulatedSpi(), _SOFT_SPEEDS[speed]
        self._one_line = wire_type == self.WIRE_3

    def write_read(self, r_data, data, datalen):
        """write_read(r_data, data, datalen) -> 0: as of SPI. With WIRE_3 datalen bytes are sent, and then as many received."""
        if not self._one_line:
            return super().write_read(r_data, data, datalen)
        view = _buffers.writable(r_data)
        sent = _buffers.octets(data)[: max(0, datalen)]
        count = min(max(0, datalen), view.nbytes)
        view[:count] = self._exchange(sent + bytes(count))[len(sent) :]
        return 0


for _each in _PORTS[:2]:  # no module documents the names of more
    setattr(SPI, "SPI%d" % _each, _each)
_pin._name_pins(SoftSPI)
