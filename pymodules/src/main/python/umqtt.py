"""umqtt - an MQTT client, 3.1.1 or 3.1, QoS 0 and 1. Documentation: "umqtt - MQTT"; facts.md section 2."""

import log as _logging
import utime as _utime

# The firmware's module does this too: a level that was set before the import is lost (facts.md 1.13).
_logging.basicConfig(level=_logging.INFO)
_log = _logging.getLogger("MQTT")

_LONGEST_NAME = 253  # of a host, in characters
_MAX_SIZE = 2097152  # bytes of topic, message and their header, the first that is too many


class MQTTException(ValueError):
    """The broker refuses; the first argument is its code: 1 to 5 for a connection, 128 for a subscription.

    The documentation and the firmware of 2021 raise MQTTException, later firmware ValueError: this is both.
    """


class _ConnectFailed(MQTTException):
    """MQTTException(code) as in the firmware of 2021, with the text of the later one's ValueError."""

    def __str__(self):
        code = self.args[0]
        if code in _TEXTS:
            return "MQTT Connect Error='%s' %s" % (code, _TEXTS[code])
        return "MQTT Connect error='%s' FAIL" % code


class _NotReached(_ConnectFailed, OSError):
    """OSError(errno) of the firmware of June 2021, ValueError of the later one, and the documentation's MQTTException."""

    def __repr__(self):
        return "ValueError(%r,)" % str(self)


# What a traceback says.
_ConnectFailed.__name__ = _ConnectFailed.__qualname__ = "MQTTException"
_NotReached.__name__ = _NotReached.__qualname__ = "ValueError"

_ECONNRESET, _ENOTCONN, _ETIMEDOUT = 104, 107, 110
_TEXTS = {
    _ECONNRESET: "Server Actively RST Disconnected.Need Check addr&port",
    _ENOTCONN: "Server Actively FIN Disconnected.Need Check Connection parameters",
    _ETIMEDOUT: "Timeout.Need Check Network",
}


def _failure(kind, code, server):
    if kind == "refused":
        return _ConnectFailed(code)
    if kind == "dns":
        return _NotReached("DNS Parsing '%s'" % server)
    return _NotReached(code)


def _bytes(value):
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise TypeError("can't convert '%s' object to str implicitly" % type(value).__name__)


def _sent(value):
    """What publish() sends of a topic or a message."""
    if not isinstance(value, (str, bytes, bytearray, memoryview)):
        raise TypeError("object of type '%s' has no len()" % type(value).__name__)
    return _bytes(value)


def _text(value):
    return _bytes(value).decode("utf-8")


def _optional(value):
    return _text(value) if value else None


def _integer(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


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

    DELAY = 2
    DEBUG = False

    def __init__(self, client_id, server, port=0, user=None, password=None, keepalive=0, ssl=False, ssl_params={},
                 reconn=True, version=4, pingmaxnum=0, manage=False, ipvtype=0):
        if keepalive != 0 and keepalive < 5:
            raise ValueError("inport parameter error : keepalive >= 5S")
        assert keepalive < 65536
        params = dict(ssl_params) if ssl and ssl_params else {}
        if bool(params.get("cert")) != bool(params.get("key")):
            raise ValueError("ssl_params needs cert and key, or neither")
        # The names that the firmware's client has; what a script changes counts from the next connect() on.
        self.client_id = client_id
        self.server = server
        self.port = port or (8883 if ssl else 1883)
        self.user = user
        self.pswd = password
        self.keepalive = keepalive
        self.ssl = ssl
        self.ssl_params = ssl_params
        self.reconn = reconn
        self.mqttversion = version
        self.pingmaxnum = pingmaxnum
        self.manage = manage
        self.ipvtype = ipvtype
        self.cb = None
        self.error_callback = None
        self.lw_topic = self.lw_msg = None
        self.lw_qos = 0
        self.lw_retain = False
        self.clean_session = True
        self.topic_list = []
        self.qos = 0
        self.sock = None
        self._link = None
        self._settings = None

    def set_callback(self, callback):
        """set_callback(callback): callback(topic, msg) for each message, both bytes."""
        self.cb = callback

    def set_last_will(self, topic, msg, retain=False, qos=0):
        """set_last_will(topic, msg, retain=False, qos=0): what the broker publishes when this client is lost.

        Before connect(). AssertionError for an empty topic or a qos outside 0 to 2.
        """
        assert 0 <= qos <= 2
        assert topic
        self.lw_topic = topic
        self.lw_msg = msg
        self.lw_qos = qos
        self.lw_retain = retain

    def connect(self, clean_session=True):
        """connect(clean_session=True) -> 0. With False, the broker keeps subscriptions and messages for next time.

        MQTTException(code) when the broker refuses, 1 to 5; when it is not reached, a ValueError that is an OSError and
        an MQTTException, too. Both for an empty client_id and for a password without a user: the firmware leaves such a
        field out of the packet, and brokers close the connection.
        """
        try:
            settings, will = self._asked(), self._will()
        except (TypeError, ValueError) as e:
            raise _NotReached(str(e))
        if not settings["client_id"] or (settings["password"] and not settings["user"]):
            _host.say("mqtt-login", "umqtt: %s, which brokers refuse" % (
                "client_id is empty" if not settings["client_id"] else "there is a password and no user"))
            raise _NotReached(_ENOTCONN)
        if self._link is None or settings != self._settings:
            self.close()
            self._link, self._settings = _host.link(settings, self._event), settings
            self.sock = _Socket(self)
        failure = self._link.connect(bool(clean_session), will)
        if failure is not None:
            raise _failure(failure[0], failure[1], settings["server"])
        self.clean_session = clean_session
        return 0

    def _asked(self):
        """How to connect; TypeError or ValueError for what nobody can connect with."""
        params = dict(self.ssl_params) if self.ssl and self.ssl_params else {}
        server = _text(self.server)
        try:
            port = int(self.port)
        except (TypeError, ValueError):
            port = 0
        named = 0 < len(server) <= _LONGEST_NAME and not any(c <= " " or c == "\x7f" for c in server)
        if not named or not 1 <= port <= 65535:
            raise ValueError("DNS Parsing '%s'" % server)
        return {
            "server": server,
            "port": port,
            "ssl": bool(self.ssl),
            "cert": _optional(params.get("cert")),
            "key": _optional(params.get("key")),
            "client_id": _optional(self.client_id) or "",
            "user": _optional(self.user),
            "password": _optional(self.pswd),
            "keepalive": int(self.keepalive),
            "version": 3 if self.mqttversion == 3 else 4,
            "reconn": bool(self.reconn),
        }

    def _will(self):
        if not self.lw_topic:
            return None
        return [_text(self.lw_topic), _bytes(self.lw_msg), _integer(self.lw_qos), bool(self.lw_retain)]

    def _connected(self, method):
        """The link; OSError(107) before the first connect(), which the person is told."""
        if self._link is None:
            self._tell_order(method)
            raise OSError(_ENOTCONN)
        return self._link

    def _tell_order(self, method):
        answers = _device.library("advice/answers")
        _device.tell(answers.before_connect(method))

    @property
    def connSta(self):
        """Whether the client is connected."""
        return self.get_mqttsta() == self.CONNECTSUCCESS

    def disconnect(self):
        """disconnect(): says goodbye, so that the last will is not published, and closes. wait_msg() returns None."""
        if self._link is None or not self._link.disconnect():
            _log.warning("Error requesting to close connection.")

    def close(self):
        """close(): closes the socket only, for a script that connects again by itself. Nothing reconnects."""
        if self._link is not None:
            self._link.close()

    def ping(self):
        """ping(): sends a PINGREQ. With a keepalive, that happens by itself."""
        self._connected("ping").ping()

    def publish(self, topic, msg, retain=False, qos=0):
        """publish(topic, msg, retain=False, qos=0) -> whether it is sent; with qos 1, whether the broker has it.

        str or bytes. Anything else is a warning and False, and so is a connection that is lost; AssertionError for
        2 MiB and more.
        """
        try:
            name = topic if type(topic) is bytes else _sent(topic)
            payload = msg if type(msg) is bytes else _sent(msg)
            text, qos = name.decode(), _integer(qos)
        except (TypeError, ValueError) as e:
            _log.warning("Publish Fail OSError[%s]." % e)
            return False
        assert 2 + len(name) + len(payload) + (2 if qos else 0) < _MAX_SIZE
        if qos not in (0, 1):
            _log.warning("publish QOS2 Not Support")
            return False
        link = self._link
        if link is None:
            self._tell_order("publish")
        failure = _ENOTCONN if link is None else link.publish(text, payload, bool(retain), qos)
        if failure is not None:
            _log.warning("Publish Fail OSError[%s]." % failure)
        return failure is None

    def subscribe(self, topic, qos=0):
        """subscribe(topic, qos=0): also after each reconnection. After set_callback() and connect().

        AssertionError without a callback; MQTTException(128) when the broker refuses; OSError when it is gone;
        ValueError for a qos that is not 0, 1 or 2.
        """
        assert self.cb is not None, "Subscribe callback is not set"
        name = _text(topic)
        if _integer(qos) not in (0, 1, 2):
            raise ValueError("qos should be 0, 1 or 2, not %d" % qos)
        link = self._connected("subscribe")
        if topic not in self.topic_list:
            self.topic_list.append(topic)
        self.qos = qos
        if not link.subscribe(name, _integer(qos)):
            raise MQTTException(0x80)

    def unsubscribe(self, topic):
        """unsubscribe(topic): ends a subscription."""
        name = _text(topic)
        if topic in self.topic_list:
            self.topic_list.remove(topic)
        self._connected("unsubscribe").unsubscribe(name)

    def wait_msg(self):
        """wait_msg(): waits for one packet; a message goes to the callback, on this thread. None after disconnect().

        OSError when the connection is lost and reconn is False. AssertionError for a message of QoS 2.
        """
        return self._deliver(self._connected("wait_msg").take(True))

    def check_msg(self):
        """check_msg(): wait_msg() if something has arrived; None at once if not."""
        return self._deliver(self._connected("check_msg").take(False))

    def _deliver(self, packet):
        if packet is None:
            return None
        if not packet:
            return b"\xd0"  # PINGRESP, as the later firmware returns it
        topic, msg, qos = packet
        assert qos != 2
        try:
            self.cb(topic, msg)
        except Exception as e:
            # The later firmware goes on, with this warning only; the traceback is for the person at the PC.
            _log.warning("set_callback OSError[%s]." % str(e))
            _report(e)

    def get_mqttsta(self):
        """get_mqttsta() -> 0 connected, 1 connecting or reconnecting, 2 the broker has closed, -1 not connected."""
        return self.CONNECTEXCE if self._link is None else _STATES[self._link.state()]

    def error_register_cb(self, func):
        """error_register_cb(func): func("reconnect_start") and func("reconnect_success"); with reconn=False,
        func(errno as text) when the connection is lost."""
        self.error_callback = func

    def logTime(self):
        """logTime() -> the clock as the warnings of this module show it."""
        return _now()

    def delay(self, i):
        """delay(i): waits DELAY seconds."""
        _utime.sleep(self.DELAY)

    def _event(self, kind, detail):
        if kind == "lost" and not self.reconn:
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
        if self.error_callback is not None:
            self.error_callback(text)


class _Socket:
    """MQTTClient.sock, for what a script may do with it beside the client: ask for its state and close it."""

    def __init__(self, client):
        self._client = client

    def getsocketsta(self):
        """getsocketsta() -> 4 established, 2 connecting, 7 closed by the broker, -1 closed."""
        return {0: 4, 1: 2, 2: 7}.get(self._client.get_mqttsta(), -1)

    def settimeout(self, value):
        """settimeout(seconds): accepted; the client waits as before."""

    def setblocking(self, flag):
        """setblocking(flag): accepted; the client waits as before."""

    def close(self):
        """close(): MQTTClient.close()."""
        self._client.close()


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
