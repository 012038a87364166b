"""qpytest.board - what a test does to the module's pins and ports, and sees of them."""

_wait_until = _device.library("qpytest/waiting").wait_until
_bytes = _device.library("qpytest/waiting")._bytes
_elapse = _host.elapse
_save_picture = _host.savePicture
_host = _host.verbs("machine")
_PRESS = 0.1  # seconds
_SETTLE = 0.02  # until callbacks have been called


class _Pin:
    """board.pin(5), or board.pin("GPIO5")."""

    def __init__(self, number):
        self.number = number

    @property
    def level(self):
        """0 or 1, whoever drives the pin."""
        return _host.level(self.number)

    @property
    def direction(self):
        """0 an input of the script's, 1 an output."""
        return _host.direction(self.number)

    def set(self, level):
        """set(level): drives the pin from outside, from now on; a script reads it where the pin is an input."""
        _host.drive(self.number, int(level))

    def release(self):
        """release(): lets go of it; its pull decides again."""
        _host.letGo(self.number)

    def wait(self, level, timeout=60):
        """wait(level, timeout=60): until the pin has this level."""
        _wait_until(lambda: self.level == level, timeout, 0.01, "GPIO%d at %d" % (self.number, level))


class _Button:
    """board.button("sos"): a button of qpy.toml's, `GPIO5 = { button = "sos", pressed = 0 }`."""

    def __init__(self, pin, pressed):
        self.pin, self._pressed = pin, pressed

    def press(self, seconds=_PRESS):
        """press(seconds=0.1): presses it and lets go; callbacks that do not wait have been called then."""
        self.hold()
        _elapse(float(seconds))
        self.release()
        _elapse(_SETTLE)

    def hold(self):
        """hold(): presses it, until release()."""
        self.pin.set(self._pressed)

    def release(self):
        """release(): lets go."""
        self.pin.release()


class _Led:
    """board.led("status"): a lamp of qpy.toml's, `GPIO12 = { led = "status" }`."""

    def __init__(self, pin):
        self.pin = pin

    @property
    def is_on(self):
        """Whether the pin is high."""
        return self.pin.level == 1


class _Adc:
    """board.adc"""

    def set(self, number, millivolts):
        """set(number, millivolts): the voltage at ADC0 to ADC3 from now on."""
        _host.setVoltage(int(number), int(millivolts))


class _Watchdog:
    """board.watchdog. When it bites under `qpy test`, connections end, as at a restart; the script's threads go on."""

    @property
    def is_running(self):
        """Whether it watches."""
        return _host.isWatched()

    @property
    def fed(self):
        """How often it was fed."""
        return _host.fed()

    @property
    def bitten(self):
        """How often it has restarted the module."""
        return _host.bitten()


class _PowerKey:
    """board.power_key"""

    def press(self, seconds=1):
        """press(seconds=1): presses the power key and lets go."""
        _host.powerKey(1)
        _elapse(float(seconds))
        _host.powerKey(0)
        _elapse(_SETTLE)


class _Usb:
    """board.usb: the cable at the module's USB port."""

    @property
    def is_plugged(self):
        """Whether it is plugged in."""
        return _host.usb() == 1

    def plug(self):
        """plug(): plugs it in."""
        self._set(True)

    def unplug(self):
        """unplug(): pulls it out."""
        self._set(False)

    def _set(self, plugged):
        _host.plugUsb(plugged)
        _elapse(_SETTLE)


class _Keypad:
    """board.keypad"""

    def press(self, row, col, seconds=_PRESS):
        """press(row, col, seconds=0.1): presses a key and lets go."""
        _host.key(1, row, col)
        _elapse(float(seconds))
        _host.key(0, row, col)
        _elapse(_SETTLE)


class _Uart:
    """board.uart(2): the other end of a serial port, beside what qpy.toml connects."""

    def __init__(self, port):
        self._name, self._port = port.name(), port

    @property
    def received(self):
        """What the script has sent to the last bit, without what a wait_received() has given."""
        return self._port.received()

    def send(self, data):
        """send(data): the script receives it, at the port's rate. AssertionError while the port is closed."""
        if not self._port.isOpen():
            raise AssertionError("%s is closed: the script has not opened it, or closed it" % self._name)
        self._port.send(_bytes(data))

    def wait_received(self, what, timeout=60):
        """wait_received(count), wait_received(pattern, timeout=60) -> what the script has sent: so many bytes, or all up to and
        with these; then it is taken. AssertionError when it does not come in so many seconds."""
        if isinstance(what, int):
            look, shown = lambda: self._port.take(what), "%d bytes" % what
        else:
            pattern = _bytes(what)
            look, shown = lambda: self._port.takeUntil(pattern), repr(pattern)
        found = []

        def is_there():
            data = look()
            if data is not None:
                found.append(data)
            return data is not None

        try:
            _wait_until(is_there, timeout, 0.01)
        except AssertionError:
            raise AssertionError(
                "%s has not sent %s in %s s, but %r" % (self._name, shown, timeout, self.received)
            ) from None
        return found[0]

    def unplug(self):
        """unplug(): pulls the cable: nothing passes in either direction until plug(), or the test's end."""
        self._port.plug(False)

    def plug(self):
        """plug(): plugs it in again."""
        self._port.plug(True)

    def respond(self, pattern, answer):
        """respond(pattern, answer): each time when the script has sent these bytes, it receives those, until the test's end."""
        pattern = _bytes(pattern)
        if not pattern:
            raise ValueError("a pattern has at least one byte")
        self._port.respond(pattern, _bytes(answer))


class _Part:
    """board.i2c(1, 0x44), board.spi(1), board.onewire(5): a part on a bus, of qpy.toml's."""

    def __init__(self, part):
        self._part = part

    @property
    def kind(self):
        """As qpy.toml calls it."""
        return self._part.kind()

    @property
    def values(self):
        """What it measures: a dict, by the names that set() takes."""
        return dict(self._part.values())

    def set(self, **values):
        """set(temperature=21.5, humidity=40): what it measures from now on. AssertionError for what it does not measure."""
        for name, value in values.items():
            wrong = self._part.set(name, float(value))
            if wrong is not None:
                raise AssertionError("%s: %s" % (self.kind, wrong))


class _Lcd:
    """board.lcd: the display, as a person sees it."""

    def __init__(self, lcd):
        self._lcd = lcd

    @property
    def size(self):
        """(width, height), in pixels."""
        return self._lcd.width(), self._lcd.height()

    @property
    def brightness(self):
        """0 to 5."""
        return self._lcd.brightness()

    def pixel(self, x, y):
        """pixel(x, y) -> a colour, RGB565: 0xF800 is red; 0 while it is switched off. AssertionError beside the display."""
        width, height = self.size
        if not (0 <= x < width and 0 <= y < height):
            raise AssertionError("the display has %d x %d pixels, none at %d, %d" % (width, height, x, y))
        return self._lcd.pixel(x, y)

    def screenshot(self, path=None):
        """screenshot() -> the bytes of a PNG file. screenshot("out.png") also writes it on this PC, into the test's folder."""
        if path is not None:
            _save_picture(path)
        return self._lcd.screenshot()


class _Card:
    """board.sd: the SD card of qpy.toml's [board.sd]."""

    def __init__(self, card):
        self._card = card

    @property
    def is_inserted(self):
        """Whether the card is in."""
        return self._card.isIn()

    def insert(self):
        """insert(): puts the card in; callbacks that do not wait have been called then."""
        self._card.put(True)
        _elapse(_SETTLE)

    def remove(self):
        """remove(): takes it out. What a script does with its files then is OSError 5."""
        self._card.put(False)
        _elapse(_SETTLE)


class Board:
    """The module's pins, and what is connected to them."""

    def __init__(self):
        self.adc, self.watchdog, self.power_key, self.keypad = _Adc(), _Watchdog(), _PowerKey(), _Keypad()
        self.usb = _Usb()

    def pin(self, number):
        """pin(5), pin("GPIO5"), pin("status") -> a pin, by its number or by what is connected. AssertionError where the module has none of this number."""
        found = _host.pinNumber(str(number))
        if found < 0:
            raise AssertionError("the module has no pin %s" % number)
        return _Pin(found)

    def uart(self, number):
        """uart(2), uart("UART2") -> a serial port. AssertionError where the module has none of this number."""
        port = _host.port(str(number))
        if port is None:
            raise AssertionError("the module has no serial port %s" % number)
        return _Uart(port)

    def _named(self, name):
        number = _host.pinOf(name)
        if number < 0:
            raise AssertionError("nothing called %r is connected: %s" % (name, ", ".join(_host.names()) or "nothing is"))
        return self.pin(number)

    def button(self, name):
        """button(name) -> a button of qpy.toml's."""
        pin = self._named(name)
        pressed = _host.pressedLevel(pin.number)
        if pressed < 0:
            raise AssertionError("%r is no button" % name)
        return _Button(pin, pressed)

    def led(self, name):
        """led(name) -> a lamp of qpy.toml's."""
        return _Led(self._named(name))

    def _part(self, part, place):
        if part is None:
            raise AssertionError("nothing is connected to " + place)
        return _Part(part)

    def i2c(self, bus, address):
        """i2c(1, 0x44) -> the part at this address; i2c("simulation", 0x44) on the bus that a script makes of pins."""
        buses = _host.buses()
        number = buses.simulated() if bus == "simulation" else int(bus)
        return self._part(buses.i2c(number, address), "I2C%s at 0x%02X" % (bus, address))

    def spi(self, port):
        """spi(1) -> the part on this bus; spi("soft") on the one that a script makes of pins."""
        buses = _host.buses()
        return self._part(buses.spi(buses.simulated() if port == "soft" else int(port)), "SPI%s" % port)

    def onewire(self, number):
        """onewire(5) -> the part at this pin's one-wire line."""
        return self._part(_host.buses().wire(int(number)), "GPIO%s as a one-wire line" % number)

    @property
    def lcd(self):
        """The display."""
        return _Lcd(_host.lcd())

    @property
    def sd(self):
        """The SD card. AssertionError where qpy.toml has none."""
        card = _host.card()
        if card is None:
            raise AssertionError("there is no SD card: qpy.toml connects one with [board.sd] size = 32")
        return _Card(card)

    def pwm(self, number):
        """pwm(number) -> (frequency in Hz, duty from 0 to 1) of PWM0 and so on, or None for one that is closed."""
        pulse = _host.pulse(number)
        return pulse and tuple(pulse)

    def battery(self, millivolts):
        """battery(millivolts): what Power.getVbatt() gives from now on."""
        _host.setBattery(int(millivolts))

    @property
    def net_light(self):
        """Whether the lamp of the network is on, 1 or 0."""
        return _host.netLight()

    @property
    def dropped_callbacks(self):
        """How many callbacks were not called, as 64 were waiting already."""
        return _host.dropped()
