"""machine.Timer - four timers. Documentation: facts-board.md B2.50 to B2.54."""

_timers = {}  # one object for each number (B2.50)
_RUNS = ("timer-runs", "Timer.start() of a timer that was not stopped changes its callback, and nothing else", "Call stop() first")


class Timer:
    """Timer(Timern) -> one of four timers, Timer0 to Timer3: the same object for the same number. ValueError for another.

    With arguments of start() it starts at once.
    """

    Timer0, Timer1, Timer2, Timer3 = range(4)
    PERIODIC, ONE_SHOT = 1, 2

    def __new__(cls, Timern, **start):
        if Timern not in range(4):
            raise ValueError("invalid value, Timern should be in (Timer0~Timer3).")
        timer = _timers.get(Timern)
        if timer is None:
            timer = _timers[Timern] = object.__new__(cls)
            timer._timer = _host.timer(Timern)
        if start:
            timer.start(**start)
        return timer

    def start(self, *, period=None, mode=PERIODIC, callback=None, freq=None, tick_hz=1000):
        """start(period=ms, mode=Timer.PERIODIC or ONE_SHOT, callback=f) -> 0: calls f(timer). Keywords only.

        A timer that runs, and one that has run once, must be stopped first: else the callback changes, and nothing else, as
        in the firmware (B2.53). freq, in Hz, is MicroPython's, and takes the place of period.
        """
        if freq:
            period = int(tick_hz / freq)
        if period is None or period < 1:
            raise ValueError("invalid period")  # the firmware's text is not known
        told = lambda nothing: callback and callback(self)
        if self._timer.isStarted():
            _device.tell(_RUNS)
            self._timer.change(told)
            return 0
        self._timer.start(period, 0 if mode == self.ONE_SHOT else period, told)
        return 0

    def stop(self):
        """stop() -> 0: no call from now on; -1 when it was never started."""
        if not self._timer.hasRun():
            return -1
        self._timer.stop()
        return 0
