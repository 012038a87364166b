"""misc - power, and the module's pins and USB port. Documentation: facts.md 10.10.

Nothing is connected to the pins of a module on a PC; its USB port is.
"""

_NORMAL = 1
_BATTERY_MV = 3800
_PLUGGED = 1
_LONGEST = 65535  # of the times that PWM takes


def antennaSecRXOffCtrl(*args):
    """antennaSecRXOffCtrl() -> -1: only the EC200A has a second antenna to switch."""
    return -1


class Power:
    """Switching off, and why the module was switched on. All calls are made on the class: Power.powerRestart()."""

    @staticmethod
    def powerDown():
        """powerDown(): switches the module off: `qpy run` ends with exit code 0. At a prompt and in tests, as sys.exit()."""
        _host.switchOff()
        raise SystemExit(0)

    @staticmethod
    def powerRestart():
        """powerRestart(): starts the module again: `qpy run` begins anew. At a prompt and in tests, as sys.exit()."""
        _host.restart()
        raise SystemExit(0)

    @staticmethod
    def powerOnReason():
        """powerOnReason() -> 1, the power key; 2 after powerRestart()."""
        return _host.powerOnReason()

    @staticmethod
    def powerDownReason():
        """powerDownReason() -> 1, switched off normally."""
        return _NORMAL

    @staticmethod
    def getVbatt():
        """getVbatt() -> the battery's voltage in mV."""
        return _BATTERY_MV


class PowerKey:
    """The module's power key, which nobody presses."""

    def powerKeyEventRegister(self, usrFun):
        """powerKeyEventRegister(usrFun) -> 0. usrFun(1) when the key is pressed, usrFun(0) when it is released."""
        return _registered(usrFun)


def _registered(function):
    if not callable(function):
        raise TypeError("'%s' object isn't callable" % type(function).__name__)
    return 0


class PWM:
    """PWM(PWMn, ABOVE_xx, highTime, cycleTime) -> a pulse on a pin. ValueError outside 0 to 3, 0 to 3, 0 to 65535."""

    PWM0, PWM1, PWM2, PWM3 = range(4)
    ABOVE_1US, ABOVE_MS, ABOVE_10US, ABOVE_BELOW_US = range(4)

    def __init__(self, PWMn, ABOVE_xx, highTime, cycleTime):
        if PWMn not in range(4):
            raise ValueError("invalid PWMn value, must be in {0~3}.")
        if ABOVE_xx not in range(4):
            raise ValueError("invalid cycle_range value, must be in {0:us, 1:ms, 2:10us, 3:below us}.")
        for name, value in (("high", highTime), ("cycle", cycleTime)):
            if not 0 <= value <= _LONGEST:
                raise ValueError("invalid %s_time value, must be in {0~65535}" % name)
        if highTime > cycleTime:
            raise ValueError("invalid high_time value, must less more cycle_time or be equal to cycle_time")
        self._is_possible = cycleTime > 0
        self._shown = "PWM(pin:%d high time:%d cycle_time:%d)" % (PWMn, highTime, cycleTime)

    def __repr__(self):
        return self._shown

    def open(self):
        """open() -> 0, or -1 for a cycle of no length."""
        return 0 if self._is_possible else -1

    def close(self):
        """close() -> 0."""
        return 0


class ADC:
    """The voltage at a pin: ADC().open(), then read()."""

    ADC0, ADC1, ADC2, ADC3 = range(4)

    def __init__(self):
        self._is_open = False

    def open(self):
        """open() -> 0."""
        self._is_open = True
        return 0

    def read(self, ADCn):
        """read(ADCn) -> mV, here 0; -1 before open(), and for a pin that there is none of."""
        return 0 if self._is_open and ADCn in range(4) else -1

    def close(self):
        """close() -> 0."""
        self._is_open = False
        return 0


class USB:
    """Whether the module's USB port is plugged in: it is, the PC is at its other end."""

    def getStatus(self):
        """getStatus() -> 1 plugged in, 0 not."""
        return _PLUGGED

    def setCallback(self, usrFun):
        """setCallback(usrFun) -> 0. usrFun(1) when it is plugged in, usrFun(0) when it is pulled out."""
        return _registered(usrFun)


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
        """getNat(simid, pid) -> -1: only the EC200U and the EC600U tell."""
        return -1

    @staticmethod
    def setNat(simid, pid, nat):
        """setNat(simid, pid, nat) -> -1: only the EC200U and the EC600U can."""
        return -1
