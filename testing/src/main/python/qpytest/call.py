"""qpytest.call - the other end of telephone calls."""

_elapse = _host.elapse
_host = _host.verbs("voiceCall")
_wait_until = _device.library("qpytest/waiting").wait_until
_SETTLE = 0.02  # until callbacks have been called
_TIMEOUT = 60


class Ended:
    """A call that has ended: number, incoming, seconds since it was answered, 0 if it never was."""

    def __init__(self, number, incoming, seconds):
        self.number, self.incoming, self.seconds = number, incoming, seconds

    def __repr__(self):
        return "Ended(%r, incoming=%r, %.1f s)" % (self.number, self.incoming, self.seconds)


class Call:
    """Who calls the module, and whom it calls."""

    def ring(self, number):
        """ring(number) -> whether it rings: somebody calls the module. Callbacks that do not wait have been called then.

        False without a network, or while the module has another call. After a minute of ringing the caller gives up.
        """
        rings = _host.ring(number)
        _elapse(_SETTLE)
        return rings

    def answer(self):
        """answer(): the other end takes the module's call now. AssertionError where it does not ring there."""
        self._require(_host.answer(), "the module calls nobody")

    def hang_up(self):
        """hang_up(): the other end hangs up, or gives up to ring. AssertionError where there is no call."""
        self._require(_host.hangUp(), "there is no call")

    def press(self, digits):
        """press(digits): the other end presses keys. AssertionError where the module does not hear them (dtmfDetEnable)."""
        self._require(_host.press(digits), "the module hears no tones: no call is answered, or dtmfDetEnable(1) is missing")

    def _require(self, done, otherwise):
        if not done:
            raise AssertionError("%s; state is %s" % (otherwise, self.state))
        _elapse(_SETTLE)

    def answers(self, after=2):
        """answers(after=2): who the module calls answers after so many seconds of ringing, as it is at first."""
        _host.willBe("answers", float(after))

    def busy(self):
        """busy(): who the module calls is busy, from now on."""
        _host.willBe("is_busy", 0.0)

    def silent(self):
        """silent(): who the module calls does not answer, from now on, but by answer()."""
        _host.willBe("is_silent", 0.0)

    @property
    def state(self):
        """"dialling", "alerting" (it rings there), "ringing", "active", or None."""
        return _host.state()

    @property
    def number(self):
        """The other end's number, or None."""
        return _host.number()

    @property
    def digits(self):
        """The tones that the module has sent in the last call."""
        return _host.digits()

    def ended(self):
        """ended() -> the calls that have Ended since the test began, oldest first."""
        return [Ended(*each) for each in _host.ended()]

    def wait_state(self, state, timeout=_TIMEOUT):
        """wait_state(state, timeout=60): waits until the call is in a state, None for no call."""
        try:
            _wait_until(lambda: self.state == state, timeout, 0.05)
        except AssertionError:
            raise AssertionError("the call was not %s within %s s; state is %s, ended: %s" % (
                state, timeout, self.state, self.ended())) from None  # fmt: skip
