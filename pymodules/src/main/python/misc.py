"""misc - power, pulses, voltages, and the module's USB port. Documentation: facts.md 10.10, facts-board.md B3.1 to B3.7, B3.20 to B3.28.

What is connected to the module is in qpy.toml, and a test changes it; the USB port is plugged into the PC.
"""

_LONGEST = 65535  # of the times that PWM takes
_SECONDS = (1e-6, 1e-3, 1e-5, 1 / 13e6)  # the units of those times, by ABOVE_xx (B3.3)
_CYCLES = {
    "ASR": ((0, 157), (0, 1023), (1, 1575), (0, 1024)),
    "Unisoc": ((0, 10000), (0, 10), (1, 10000), (99, 65535)),
}  # what a cycle must exceed, and may be at most, by the chip's family and ABOVE_xx (B3.3)
_PWMS = _host.pwmNumbers()


def antennaSecRXOffCtrl(*args):
    """antennaSecRXOffCtrl() -> whether the second antenna's receiver is off, 1 or 0; antennaSecRXOffCtrl(0 or 1) -> 0, and sets it.

    -1 for another value, and on modules other than the EC200A, which have no such receiver to switch.
    """
    if not _host.hasSecondAntenna():
        return -1
    if not args:
        return _host.secondAntennaOff()
    if len(args) > 1 or args[0] not in (0, 1):
        return -1
    _host.setSecondAntennaOff(int(args[0]))
    return 0


class Power:
    """Switching off, and why the module was switched on. All calls are made on the class: Power.powerRestart()."""

    @staticmethod
    def powerDown(mode=1):
        """powerDown(): switches the module off: `qpy run` ends with exit code 0. At a prompt and in tests, as sys.exit().

        Where an alarm of machine.RTC is to come, the EC200U, the EC600U and the BC25 come on again then, and a module of no model:
        `qpy run` waits and begins anew (B2.62). The mode, 0 or 1, is the newest firmware's; it changes nothing. ValueError for another.
        """
        _check_mode(mode)
        _host.switchOff()
        raise SystemExit(0)

    @staticmethod
    def powerRestart(mode=1):
        """powerRestart(): starts the module again: `qpy run` begins anew. At a prompt and in tests, as sys.exit().

        The mode as in powerDown().
        """
        _check_mode(mode)
        _host.restart()
        if _host.hasUpdate():  # nobody starts it again here: what the boot does first
            _device.facade("app_fota_updater").update()
        raise SystemExit(0)

    @staticmethod
    def powerOnReason():
        """powerOnReason() -> 1, the power key; 2 after powerRestart(); 4 by the alarm; 5 after the watchdog's restart; 8 out of PSM (pm)."""
        return _host.powerOnReason()

    @staticmethod
    def powerDownReason():
        """powerDownReason() -> 1, switched off normally; 5 by the watchdog. The BC25, EC200U and EC600U have no such function."""
        return _host.powerDownReason()

    @staticmethod
    def getVbatt():
        """getVbatt() -> the battery's voltage in mV: 3800, until a test sets another."""
        return _host.batteryMillivolts()

    @staticmethod
    def camVDD2V8Enable(on_off):
        """camVDD2V8Enable(on_off) -> 0: the camera's supply, 1 on, 0 off. Of single products; what it gives is guessed."""
        return 0


def _check_mode(mode):
    if mode not in (0, 1):
        raise ValueError("invalid value, mode should be in 0 or 1.")


class PowerKey:
    """The module's power key, which a test presses."""

    def powerKeyEventRegister(self, usrFun):
        """powerKeyEventRegister(usrFun) -> 0. usrFun(1) when the key is pressed, usrFun(0) when it is released (B3.24).

        The EC200U, EC600U, EC800G and EG915U tell the release alone, of a key that was held for half a second.
        """
        _registered(usrFun)
        _host.watchPowerKey(lambda event: usrFun(event))
        return 0


def net_light(on_off=None):
    """net_light() -> whether the lamp of the network is on, 1 or 0; net_light(0 or 1) -> 0, and sets it (B3.27)."""
    if on_off is None:
        return _host.netLight()
    _host.setNetLight(1 if on_off else 0)
    return 0


def _registered(function):
    if not callable(function):
        raise TypeError("'%s' object isn't callable" % type(function).__name__)
    return 0


def _lacks_pwm(number):
    if not _host.hasPwm(number):
        _device.say("no-pin", "the %s has no PWM%d" % (_host.modelName(), number))
        return True
    return False


def _check_cycle(range, cycle):
    """ValueError for a cycle that the model's chip does not have."""
    family = _host.family()
    for each, limits in _CYCLES.items():
        above, most = limits[range]
        if family.startswith(each) and not above < cycle <= most:
            error = ValueError("PWM parameter error, please refer to wiki instructions")
            error.hint = "pwm", "cycleTime of the %s is above %d, and at most %d, here: got %d" % (
                _host.modelName(), above, most, cycle,
            )  # fmt: skip
            raise error


class PWM:
    """PWM(PWMn, ABOVE_xx, highTime, cycleTime) -> a pulse on a pin. ValueError outside 0 to 3, 0 to 3, 0 to 65535.

    Times are in us, ms, 10 us or 1/13 us, as ABOVE_xx says (B3.3). A model's chip may have shorter cycles: ValueError for others.
    """

    ABOVE_1US, ABOVE_MS, ABOVE_10US, ABOVE_BELOW_US = range(4)

    def __init__(self, PWMn, ABOVE_xx, highTime, cycleTime):
        self._number = PWMn
        self._set(ABOVE_xx, highTime, cycleTime)

    def _set(self, ABOVE_xx, highTime, cycleTime):
        if self._number not in range(4):
            raise ValueError("invalid PWMn value, must be in {0~3}.")
        if ABOVE_xx not in range(4):
            raise ValueError("invalid cycle_range value, must be in {0:us, 1:ms, 2:10us, 3:below us}.")
        for name, value in (("high", highTime), ("cycle", cycleTime)):
            if not 0 <= value <= _LONGEST:
                raise ValueError("invalid %s_time value, must be in {0~65535}" % name)
        if highTime > cycleTime:
            raise ValueError("invalid high_time value, must less more cycle_time or be equal to cycle_time")
        _check_cycle(int(ABOVE_xx), cycleTime)
        self._unit, self._high, self._cycle = _SECONDS[ABOVE_xx], highTime, cycleTime

    def __repr__(self):
        return "PWM(pin:%d high time:%d cycle_time:%d)" % (self._number, self._high, self._cycle)

    def open(self, *values):
        """open() -> 0, or -1 for a cycle of no length. open(ABOVE_xx, highTime, cycleTime) takes new values (B3.4)."""
        if values:
            self._set(*values)
        if not self._cycle or _lacks_pwm(self._number):
            return -1
        _host.openPwm(self._number, 1 / (self._unit * self._cycle), self._high / self._cycle)
        return 0

    def close(self):
        """close() -> 0."""
        _host.closePwm(self._number)
        return 0


class PWM_V2:
    """PWM_V2(PWMn, frequency, duty) -> a pulse on a pin: frequency in Hz, duty 0 to 100 (B3.4).

    ValueError for another number or duty, a frequency that is not above 0; the firmware's texts are not known.
    """

    def __init__(self, PWMn, frequency, duty):
        if PWMn not in _PWMS:
            raise ValueError("invalid PWMn value, must be in {0~%d}." % _PWMS[-1])
        self._number = PWMn
        self._set(frequency, duty)

    def _set(self, frequency, duty):
        if not frequency > 0:
            raise ValueError("invalid frequency value")
        if not 0 <= duty <= 100:
            raise ValueError("invalid duty value, must be in {0~100}")
        self._frequency, self._duty = frequency, duty

    def open(self, *values):
        """open() -> 0. open(frequency, duty) takes new values."""
        if values:
            self._set(*values)
        if _lacks_pwm(self._number):
            return -1
        _host.openPwm(self._number, self._frequency, self._duty / 100)
        return 0

    def close(self):
        """close() -> 0."""
        _host.closePwm(self._number)
        return 0


for _each in _PWMS:
    setattr(PWM_V2, "PWM%d" % _each, _each)
    if _each < 4:
        setattr(PWM, "PWM%d" % _each, _each)


class ADC:
    """The voltage at a pin: ADC().open(), then read(). The firmware does not ask whether it was opened (B3.6)."""

    ADC0, ADC1, ADC2, ADC3 = range(4)

    def open(self):
        """open() -> 0."""
        return 0

    def read(self, ADCn):
        """read(ADCn) -> mV, 0 where qpy.toml and no test say more; -1 for a pin that there is none of."""
        return _host.voltage(ADCn) if ADCn in range(4) else -1

    def close(self):
        """close() -> 0."""
        return 0


class USB:
    """Whether the module's USB port is plugged in: it is, until a test pulls it out, or `usb = false` of qpy.toml's [board]."""

    def getStatus(self):
        """getStatus() -> 1 plugged in, 0 not, -1 on a model that does not know."""
        return _host.usbStatus()

    def setCallback(self, usrFun):
        """setCallback(usrFun) -> 0. usrFun(1) when it is plugged in, usrFun(0) when it is pulled out. -1 as getStatus()."""
        _registered(usrFun)
        return 0 if _host.watchUsb(lambda status: usrFun(status)) else -1


class USBNET:
    """The module as a network card at its USB port. All calls are made on the class.

    The type is kept when the module restarts, which the documentation asks for after set_worktype(); the card is closed
    then.
    """

    Type_ECM, Type_RNDIS = 1, 3

    @staticmethod
    def set_worktype(type):
        """set_worktype(type) -> 0; ValueError for another than Type_ECM and Type_RNDIS."""
        if type not in (USBNET.Type_ECM, USBNET.Type_RNDIS):
            raise ValueError("USBNET type must be Type_ECM or Type_RNDIS.")
        _host.setUsbNetType(type)
        return 0

    @staticmethod
    def get_worktype():
        """get_worktype() -> 1 ECM, 3 RNDIS."""
        return _host.usbNetType()

    @staticmethod
    def open():
        """open() -> 0."""
        _host.openUsbNet(True)
        return 0

    @staticmethod
    def close():
        """close() -> 0."""
        _host.openUsbNet(False)
        return 0

    @staticmethod
    def get_status():
        """get_status() -> 1 open, 0 not."""
        return 1 if _host.isUsbNetOpen() else 0

    @staticmethod
    def getNat(simid, pid):
        """getNat(simid, pid) -> 0 IPv6 is allowed, 1 it is not; -1 on other models than the EC200U and the EC600U."""
        return _host.nat()

    @staticmethod
    def setNat(simid, pid, nat):
        """setNat(simid, pid, nat) -> 0; -1 for another than 0 and 1, and on other models than the EC200U and the EC600U.

        That all SIMs and profiles share it is a guess.
        """
        return 0 if nat in (0, 1) and _host.setNat(int(nat)) else -1


for _each in _host.lacking():
    _owner, _, _name = _each.partition(".")
    if _name:
        delattr(globals()[_owner], _name)
    else:
        del globals()[_owner]
