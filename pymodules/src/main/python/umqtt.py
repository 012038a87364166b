"""umqtt - an MQTT client, 3.1.1 or 3.1, QoS 0 and 1. Documentation: "umqtt - MQTT"; facts.md section 2."""

import log as _logging
import utime as _utime

# The firmware's module does this too: a level that was set before the import is lost (facts.md 1.13).
_logging.basicConfig(level=_logging.INFO)
_log = _logging.getLogger("MQTT")

_MAX_SIZE = 2097152  # bytes of topic, message and their header, the first that is too many


class MQTTException(ValueError):
    """The broker refuses; the first argument is its code: 1 to 5 for a connection, 128 for a subscription.

    The documentation and the firmware of 2021 raise MQTTException, later firmware ValueError: this is both.
    """


class _ConnectFailed(MQTTException):
    """MQTTException(code) as in the firmware of 2021, with the text of the later one's ValueError."""

    def __str__(self):
        return "MQTT Connect error='%s' FAIL" % self.args[0]


class _NotReached(_ConnectFailed, OSError):
    """OSError(errno), as in the firmware of 2021, with the text of the later one's ValueError."""


for _each in (_ConnectFailed, _NotReached):
    _each.__name__ = _each.__qualname__ = "MQTTException"  # what a traceback says
del _each


def _failure(kind, code, server):
    if kind == "refused":
        return _ConnectFailed(code)
    if kind == "dns":
        return _NotReached("DNS Parsing '%s'" % server)
    return _NotReached(code)


def _bytes(value):
    if isinstance(value, str):
        return value.encode("utf-8")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise TypeError("can't convert '%s' object to str implicitly" % type(value).__name__)


def _text(value):
    return _bytes(value).decode("utf-8")


def _optional(value):
    return _text(value) if value else None


def _now():
    return "%d-%d-%d %d:%d:%d" % _utime.localtime()[:6]


class MQTTClient:
    """MQTTClient(client_id, server, port=0, user=None, password=None, keepalive=0, ssl=False, ssl_params={}, ...)

    port 0 is 1883, with ssl 8883. ssl_params: "cert" and "key" in PEM, if the broker wants them. keepalive is in seconds, 0 or at least 5. Of later firmware: reconn=True connects
    again after a loss; version 4 is MQTT 3.1.1 and 3 is MQTT 3.1. pingmaxnum, manage and ipvtype change nothing here.
    """

    CONNECTEXCE = -1
    CONNECTSUCCESS = 0
    ARECONNECT = 1
    SEVCLOSE = 2

    def __init__(self, client_id, server, port=0, user=None, password=None, keepalive=0, ssl=False, ssl_params={},
                 reconn=True, version=4, pingmaxnum=0, manage=False, ipvtype=0):
        if keepalive != 0 and keepalive < 5:
            raise ValueError("inport parameter error : keepalive >= 5S")
        assert keepalive < 65536
        params = dict(ssl_params) if ssl and ssl_params else {}
        certificate, key = _optional(params.get("cert")), _optional(params.get("key"))
        if (certificate is None) != (key is None):
            raise ValueError("ssl_params needs cert and key, or neither")
        self._server = _text(server)
        self._callback = None
        self._on_error = None
        self._reconn = bool(reconn)
        self._will = None
        self._link = _host.link({
            "server": self._server,
            "port": int(port) or (8883 if ssl else 1883),
            "ssl": bool(ssl),
            "cert": certificate,
            "key": key,
            "client_id": _text(client_id or ""),
            "user": _optional(user),
            "password": _optional(password),
            "keepalive": int(keepalive),
            "version": 3 if version == 3 else 4,
            "reconn": self._reconn,
        }, self._event)

    def set_callback(self, callback):
        """set_callback(callback): callback(topic, msg) for each message, both bytes."""
        self._callback = callback

    def set_last_will(self, topic, msg, retain=False, qos=0):
        """set_last_will(topic, msg, retain=False, qos=0): what the broker publishes when this client is lost.

        Before connect(). AssertionError for an empty topic or a qos outside 0 to 2.
        """
        assert 0 <= qos <= 2
        assert topic
        self._will = [_text(topic), _bytes(msg), qos, bool(retain)]

    def connect(self, clean_session=True):
        """connect(clean_session=True) -> 0. With False, the broker keeps subscriptions and messages for next time.

        MQTTException(code) when the broker refuses, 1 to 5; MQTTException that is an OSError when it is not reached.
        """
        failure = self._link.connect(bool(clean_session), self._will)
        if failure is not None:
            raise _failure(failure[0], failure[1], self._server)
        return 0

    def disconnect(self):
        """disconnect(): says goodbye, so that the last will is not published, and closes. wait_msg() returns None."""
        if not self._link.disconnect():
            _log.warning("Error requesting to close connection.")

    def close(self):
        """close(): closes the socket only, for a script that connects again by itself. Nothing reconnects."""
        self._link.close()

    def ping(self):
        """ping(): sends a PINGREQ. With a keepalive, that happens by itself."""
        self._link.ping()

    def publish(self, topic, msg, retain=False, qos=0):
        """publish(topic, msg, retain=False, qos=0) -> whether it is sent; with qos 1, whether the broker has it.

        str or bytes. A connection that is lost is a warning and False; AssertionError for 2 MiB and more.
        """
        name = topic if type(topic) is bytes else _bytes(topic)
        payload = msg if type(msg) is bytes else _bytes(msg)
        assert 2 + len(name) + len(payload) + (2 if qos else 0) < _MAX_SIZE
        if qos not in (0, 1):
            _log.warning("publish QOS2 Not Support")
            return False
        failure = self._link.publish(name.decode(), payload, bool(retain), qos)
        if failure is not None:
            _log.warning("Publish Fail OSError[%s]." % failure)
        return failure is None

    def subscribe(self, topic, qos=0):
        """subscribe(topic, qos=0): also after each reconnection. After set_callback() and connect().

        AssertionError without a callback; MQTTException(128) when the broker refuses; OSError when it is gone.
        """
        assert self._callback is not None, "Subscribe callback is not set"
        if not self._link.subscribe(_text(topic), qos):
            raise MQTTException(0x80)

    def unsubscribe(self, topic):
        """unsubscribe(topic): ends a subscription."""
        self._link.unsubscribe(_text(topic))

    def wait_msg(self):
        """wait_msg(): waits for one packet; a message goes to the callback, on this thread. None after disconnect().

        OSError when the connection is lost and reconn is False. AssertionError for a message of QoS 2.
        """
        return self._deliver(self._link.take(True))

    def check_msg(self):
        """check_msg(): wait_msg() if something has arrived; None at once if not."""
        return self._deliver(self._link.take(False))

    def _deliver(self, packet):
        if packet is None:
            return None
        if not packet:
            return b"\xd0"  # PINGRESP, as the later firmware returns it
        topic, msg, qos = packet
        assert qos != 2
        try:
            self._callback(topic, msg)
        except Exception as e:
            # The later firmware goes on, with this warning only; the traceback is for the person at the PC.
            _log.warning("set_callback OSError[%s]." % str(e))
            _report(e)

    def get_mqttsta(self):
        """get_mqttsta() -> 0 connected, 1 connecting or reconnecting, 2 the broker has closed, -1 not connected."""
        return _STATES[self._link.state()]

    def error_register_cb(self, func):
        """error_register_cb(func): func("reconnect_start") and func("reconnect_success"); with reconn=False,
        func(errno as text) when the connection is lost."""
        self._on_error = func

    def _event(self, kind, detail):
        if kind == "lost" and not self._reconn:
            self._tell(detail)
        elif kind == "lost" and detail == "110":  # ETIMEDOUT: a PINGRESP is missing
            _log.warning("[%s] Send ping timeout. Trying to reconnect" % _now())
        elif kind == "lost":
            _log.warning("[%s] wait msg OSError[%s] . Trying to reconnect" % (_now(), detail))
        elif kind == "start":
            self._tell("reconnect_start")
        elif kind == "waiting":
            _log.info("[%s] Wait for reconnection." % _now())
        elif kind == "attempt":
            _log.info("[%s] The network condition has been restored and an attempt will be made to reconnect" % _now())
        elif kind == "failed":
            _log.warning("[%s] The connection attempt failed [%s]" % (_now(), detail))
        elif kind == "success":
            _log.info("[%s] Reconnection successful!" % _now())
            self._tell("reconnect_success")

    def _tell(self, text):
        if self._on_error is not None:
            self._on_error(text)


_STATES = {
    "none": MQTTClient.CONNECTEXCE,
    "connected": MQTTClient.CONNECTSUCCESS,
    "connecting": MQTTClient.ARECONNECT,
    "lost": MQTTClient.SEVCLOSE,
}


def _report(e):
    def again():
        raise e

    _host.report(again)
