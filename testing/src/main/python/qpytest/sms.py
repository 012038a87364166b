"""qpytest.sms - the message centre, and who sends to it and receives."""

_elapse = _host.elapse
_host = _host.verbs("sms")
_wait_until = _device.library("qpytest/waiting").wait_until
_SETTLE = 0.02  # until callbacks have been called
_TIMEOUT = 60


class Message:
    """What the module has sent: number, text, parts (how many messages it took)."""

    def __init__(self, number, text, parts):
        self.number, self.text, self.parts = number, text, parts

    def __repr__(self):
        return "Message(%r, %r)" % (self.number, self.text)


class Sms:
    """The message centre."""

    def send(self, number, text, unicode=False):
        """send(number, text, unicode=False): somebody writes to the module; callbacks that do not wait have been called then.

        It waits at the centre until the module is registered and has room. A text that the GSM alphabet has goes in it; unicode=True
        for UCS2. A long one arrives in parts.
        """
        _host.send(number, text, bool(unicode))
        _elapse(_SETTLE)

    def sent(self, number=None):
        """sent([number]) -> the Messages that the module has sent since the test began, oldest first; of all, or to this number."""
        return [each for each in (Message(*each) for each in _host.sent()) if number in (None, each.number)]

    def wait_sent(self, number=None, count=1, timeout=_TIMEOUT):
        """wait_sent([number], count=1, timeout=60) -> the Messages, as soon as so many have been sent."""
        try:
            _wait_until(lambda: self.sent(number).__len__() >= count, timeout, 0.05)
        except AssertionError:
            raise AssertionError("%d of %d messages to %s within %s s; sent were: %s" % (
                self.sent(number).__len__(), count, number or "anybody", timeout, self.sent())) from None  # fmt: skip
        return self.sent(number)

    def fail(self, count=1):
        """fail(count=1): the network does not take the next so many messages: sendTextMsg gives -1."""
        _host.failNext(int(count))

    @property
    def waiting(self):
        """How many messages wait at the centre until the module can take them."""
        return _host.waiting()

    def stored(self, store="SM"):
        """stored(store="SM") -> what the store has: (place, number, text) of each message."""
        stored = _host.stored(store)
        if stored is None:
            raise ValueError("a store is SM or ME, not %r" % store)
        return [tuple(each) for each in stored]
