"""machine.WDT - the watchdog. Documentation: facts-board.md B2.70 to B2.72."""

_watchdog = None  # there is one


class WDT:
    """WDT(period) -> the watchdog, which runs at once: the module restarts when it is not fed for so many seconds.

    misc.Power.powerOnReason() is 5 then. Constructing it again sets the new period. False for a period below 1, which is
    what the firmware gives where its driver refuses (that it does so here is guessed). Under `qpy test` and at a prompt
    nothing ends: connections are closed, as at a restart, and the test sees that it has bitten.
    """

    def __new__(cls, period=0):
        global _watchdog
        period = int(period)
        if period < 1:
            return False
        if _watchdog is None:
            _watchdog = object.__new__(cls)
            _watchdog._watchdog = _host.watchdog()
        _watchdog._watchdog.start(period)
        return _watchdog

    def feed(self):
        """feed() -> 0; also after stop(), when it does nothing (B2.71)."""
        self._watchdog.feed()
        return 0

    def stop(self):
        """stop() -> 0: it watches no longer."""
        self._watchdog.stop()
        return 0
