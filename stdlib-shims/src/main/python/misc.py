"""misc - power. Documentation: facts.md 10.10."""

_POWER_KEY = 1
_NORMAL = 1
_BATTERY_MV = 3800


class Power:
    """Switching off, and why the module was switched on. All calls are made on the class: Power.powerRestart()."""

    @staticmethod
    def powerDown():
        """powerDown(): switches the module off; on the PC, ends the run with exit code 0, in a thread only the thread."""
        _host.say("the script has switched the module off (misc.Power.powerDown)")
        raise SystemExit(0)

    @staticmethod
    def powerRestart():
        """powerRestart(): starts the module again; on the PC, ends the run as powerDown() does."""
        _host.say("the script has restarted the module (misc.Power.powerRestart); the run ends here: start it again")
        raise SystemExit(0)

    @staticmethod
    def powerOnReason():
        """powerOnReason() -> 1, the power key."""
        return _POWER_KEY

    @staticmethod
    def powerDownReason():
        """powerDownReason() -> 1, switched off normally."""
        return _NORMAL

    @staticmethod
    def getVbatt():
        """getVbatt() -> the battery's voltage in mV."""
        return _BATTERY_MV
