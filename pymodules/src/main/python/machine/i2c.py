"""machine.I2C and machine.I2C_simulation. Documentation: facts-board.md B2.80 to B2.86."""

_pin = _device.library("machine/pin")
_buffers = _device.library("dialect/buffers")
_buses = _host.buses()

_SPEEDS = (100000, 400000)  # Hz, by mode
_FASTEST = 1000000
_BUSES = tuple(_buses.i2cs())


class _Numbers(type):
    """The class of I2C: a name I2Cn that the module lacks is told of."""

    def __getattr__(cls, name):
        error = AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
        if name.startswith("I2C") and name[3:].isdigit():
            error.hint = _lacks(name[3:])
        raise error


def _lacks(number):
    """The code and the line about a bus that there is none of."""
    has = ", ".join(["I2C%d" % each for each in _BUSES])
    return "i2c", "the %s has no I2C%s: it has %s" % (_host.modelName(), number, has or "no I2C")


def _first(data, length):
    """The first bytes, all where there are fewer (B2.81)."""
    return _buffers.octets(data)[: max(0, length)]


class _Bus:
    """What both classes do."""

    def _connect(self, bus, speed):
        self._write, self._read, self._speed = bus.write, bus.read, speed

    def write(self, slaveaddress, addr, addr_len, data, datalen):
        """write(slaveaddress, addr, addr_len, data, datalen) -> 0; -1 where no part answers at the address, of 7 bits.

        Sent are the first addr_len bytes of addr, a register's number for instance, then the first datalen bytes of data.
        """
        sent = _first(addr, addr_len) + _first(data, datalen)
        return 0 if self._write(self._speed, slaveaddress, sent) else -1

    def read(self, slaveaddress, addr, addr_len, r_data, datalen, delay):
        """read(slaveaddress, addr, addr_len, r_data, datalen, delay) -> 0; -1, and r_data as before, where no part answers.

        The first addr_len bytes of addr are sent, if any, and delay ms later datalen bytes are read into r_data, or as many as it
        has room for.
        """
        register = _first(addr, addr_len)
        view = _buffers.writable(r_data)
        count = min(max(0, datalen), view.nbytes)
        delay = max(0, delay) if self._waits else 0
        data = self._read(self._speed, slaveaddress, register, delay, count)
        if data is None:
            return -1
        view[:count] = data
        return 0


class I2C(_Bus, metaclass=_Numbers):
    """I2C(I2Cn, mode) -> an I2C bus, at 100 kHz (STANDARD_MODE) or 400 kHz (FAST_MODE).

    The arguments also go by the names of the firmware's: id, fastmode; True is FAST_MODE.
    ValueError for a number that no module has; False where the module lacks the bus, as where the firmware's driver fails.
    ValueError for another mode (guessed).
    """

    STANDARD_MODE, FAST_MODE = 0, 1
    _waits = True

    def __new__(cls, id, fastmode):
        if id not in range(4):
            raise ValueError("bus id must be (0~3)")
        if fastmode not in (cls.STANDARD_MODE, cls.FAST_MODE):
            raise ValueError("mode must be (0~1)")
        if id not in _BUSES:
            code, line = _lacks(id)
            _device.say(code, line)
            return False
        bus = object.__new__(cls)
        bus._connect(_buses.i2c(int(id)), _SPEEDS[fastmode])
        return bus


class I2C_simulation(_Bus, metaclass=_pin._Numbers):
    """I2C_simulation(GPIO_clk, GPIO_sda, CLK) -> an I2C bus of two pins, CLK 1 to 1000000 Hz; ValueError for others.

    There is one: the last object's pins are used by all (B2.85). [board.i2c_simulation] of qpy.toml has what is connected.
    read() does not wait for delay.
    """

    _waits = False

    def __init__(self, GPIO_clk, GPIO_sda, CLK):
        text = "Parameter setting error, please check"
        for each in (GPIO_clk, GPIO_sda):
            _pin._number(each, text)
        if not isinstance(CLK, int) or not 1 <= CLK <= _FASTEST:
            raise ValueError(text)
        self._connect(_buses.simulatedI2c(), int(CLK))


for _each in _BUSES:
    setattr(I2C, "I2C%d" % _each, _each)
_pin._name_pins(I2C_simulation)
