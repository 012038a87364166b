"""qpytest - what a test does to its device, to the network and to the servers. Only there under `qpy test`.

Everything that waits takes `timeout`, in seconds of the device's time, and raises AssertionError with what was seen
instead when the time is up.
"""

import _thread as _threads
import utime as _utime

_EVERY_HOST = "*"
_TIMEOUT = 60
_SEEN = "; the sandbox has seen: "
_PARTS = {"audio": "Audio", "board": "Board", "call": "Call", "gnss": "Gnss", "power": "Power", "sms": "Sms", "updates": "Updates"}  # what has a part of qpytest's, and its class there


_bytes = _device.library("qpytest/waiting")._bytes
wait_until = _device.library("qpytest/waiting").wait_until


def __getattr__(name):
    """The board, and what a module brings for tests, by the module's name."""
    part = _PARTS.get(name)
    verbs = getattr(_device.library("qpytest/" + name), part)() if part else _host.verbs(name)
    if verbs is None:
        raise AttributeError("'module' object has no attribute '%s'" % name)
    globals()[name] = verbs
    return verbs


class _PowerCut:
    """What device.power_cut() gives, for `with`."""

    def __init__(self, device, bytes):
        self._device, self._bytes = device, bytes

    def __enter__(self):
        self._device._host.failAfter(self._bytes)
        return self

    def __exit__(self, kind, exception, traceback):
        failed = not self._device._host.hasPower()
        self._device._host.restorePower()
        self._device.reset()
        if not failed:
            if kind is None:
                raise AssertionError("fewer than %d bytes were written: the power has not failed" % self._bytes)
            return False
        return kind is None or issubclass(kind, OSError)


class _Device:
    """The module itself."""

    def __init__(self, host):
        self._host = host

    def sim_out(self):
        """sim_out(): takes the SIM card out; registration, packet data and every connection end."""
        self._host.simOut()

    def sim_in(self):
        """sim_in(): a card is there, registered at home, with packet data."""
        self._host.simIn()

    def signal(self, csq):
        """signal(csq): net.csqQueryPoll() from now on, 0 to 31, or 99 for unknown."""
        self._host.signal(csq)

    def register(self, state):
        """register(state): net.getState()'s number, 1 home, 5 roaming, 0 none, 3 denied; else connections end."""
        self._host.register(state)

    def packet_data(self, up):
        """packet_data(up): whether packets pass; without, every connection ends."""
        self._host.packetData(bool(up))

    def output(self):
        """output() -> what the device has printed and logged since the test began."""
        return self._host.output()

    def wait_output(self, text, timeout=_TIMEOUT):
        """wait_output(text, timeout=60) -> the output, as soon as text is in it."""
        end = _host.now() + timeout
        while text not in self.output():
            if _host.now() >= end:
                raise AssertionError("%r was not printed within %s s; printed was: %r" % (text, timeout, self.output()))
            _host.elapse(0.1)
        return self.output()

    def write_file(self, path, content):
        """write_file(path, content): puts a file into the flash; content is bytes or str."""
        with open(path, "wb") as file:
            file.write(_bytes(content))

    def read_file(self, path):
        """read_file(path) -> the bytes of a file of the flash. OSError(2) when there is none."""
        with open(path, "rb") as file:
            return file.read()

    def power_cut(self, after):
        """with power_cut(after): the power fails when so many bytes have been written; then the device is reset.

        The write raises OSError, and so does every later one; such an error ends the `with`. Files that were not closed or
        flushed are as before. A change to the tables (close, flush, rename, remove, mkdir) takes 64 bytes.
        """
        return _PowerCut(self, after)

    def reset(self):
        """reset(): connections end without a goodbye, other threads, timers and interrupts too, and `import` loads scripts anew."""
        for ident in list(_threads._ends):
            if ident != _threads.get_ident():
                _threads.stop_thread(ident)
        self._host.dropAll()
        _device.script_modules.clear()


class _Clock:
    """The device's time."""

    def now(self):
        """now() -> seconds since power-on."""
        return _host.now()

    def advance(self, seconds):
        """advance(seconds): lets time pass; the script's threads, timers and connections go on meanwhile."""
        _host.elapse(float(seconds))

    def set(self, *fields):
        """set(year, month, day, hour=0, minute=0, second=0): sets the real-time clock."""
        if not device._host.setClock([int(each) for each in (fields + (0, 0, 0))[:6]]):
            raise ValueError("no date and time: %r" % (fields,))

    def freeze(self):
        """freeze(): stops the real-time clock, utime.localtime(); the time since power-on goes on."""
        device._host.freezeClock()

    def thaw(self):
        """thaw(): lets it go on from there."""
        device._host.thawClock()


class _Network:
    """The way between the device and the servers. `host` is as the script writes it; without it, all are meant.

    Faults and pace hold for umqtt, request, aLiYun and TenCentYun; usocket knows dns_failure() and refuse() only.
    """

    def __init__(self, host):
        self._host = host

    def down(self):
        """down(): packet data ends, and with it every connection, until up()."""
        device.packet_data(False)

    def up(self):
        """up(): packet data is there again."""
        device.packet_data(True)

    def latency(self, seconds, host=_EVERY_HOST):
        """latency(seconds[, host]): what the device sends takes so much longer."""
        self._host.latency(host, float(seconds))

    def jitter(self, seconds, host=_EVERY_HOST):
        """jitter(seconds[, host]): up to so much longer still, at random, the same in each run."""
        self._host.jitter(host, float(seconds))

    def bandwidth(self, bytes_per_second, host=_EVERY_HOST):
        """bandwidth(bytes_per_second[, host]): how fast the device sends; 0 for no limit."""
        self._host.bandwidth(host, int(bytes_per_second))

    def drop(self, host=_EVERY_HOST):
        """drop([host]): nothing passes in either direction, and nobody is told; until allow()."""
        self._host.fault(host, "silent")

    def reset(self, host=_EVERY_HOST):
        """reset([host]): ends the connections that are there; new ones can be made."""
        self._host.reset(host)

    def refuse(self, host=_EVERY_HOST):
        """refuse([host]): new connections are refused; until allow()."""
        self._host.fault(host, "refusing")

    def dns_failure(self, host=_EVERY_HOST):
        """dns_failure([host]): the name is not found; until allow()."""
        self._host.fault(host, "unknown")

    def allow(self, host=_EVERY_HOST):
        """allow([host]): takes drop(), refuse() or dns_failure() back."""
        self._host.fault(host, None)


class Message:
    """What a device has published: topic (str), payload (bytes), qos, retain."""

    def __init__(self, topic, payload, qos, retain):
        self.topic, self.payload, self.qos, self.retain = topic, payload, qos, retain

    def __repr__(self):
        return "Message(%r, %r, qos=%d)" % (self.topic, self.payload, self.qos)


class _Broker:
    """One of the sandbox's brokers."""

    def __init__(self, host):
        self._host = host

    def published(self, topic=None):
        """published([topic]) -> the Messages that were published, oldest first; by devices, to any of the brokers."""
        return [Message(*each) for each in self._host.published(topic)]

    def wait_published(self, topic=None, count=1, timeout=_TIMEOUT):
        """wait_published([topic], count=1, timeout=60) -> the Messages, as soon as there are so many."""
        messages = [Message(*each) for each in self._host.awaitPublished(topic, count, float(timeout))]
        if len(messages) < count:
            raise AssertionError("%d of %d messages to %s within %s s%s%s"
                                 % (len(messages), count, topic or "any topic", timeout, _SEEN, self._host.seen()))
        return messages

    def wait_logins(self, count=1, timeout=_TIMEOUT):
        """wait_logins(count=1, timeout=60) -> how often clients have logged in, as soon as it is so often."""
        logins = self._host.awaitLogins(count, float(timeout))
        if logins < count:
            raise AssertionError("%d of %d log-ins within %s s%s%s" % (logins, count, timeout, _SEEN, self._host.seen()))
        return logins

    def wait_subscribed(self, topic, count=1, timeout=_TIMEOUT):
        """wait_subscribed(topic, count=1, timeout=60): waits until the filter was subscribed to so often."""
        if self._host.awaitSubscriptions(topic, count, float(timeout)) < count:
            raise AssertionError("no subscription to %s within %s s%s%s" % (topic, timeout, _SEEN, self._host.seen()))

    def publish(self, topic, payload, qos=0, retain=False):
        """publish(topic, payload, qos=0, retain=False): from the server's side, to who has subscribed."""
        self._host.publish(topic, _bytes(payload), qos, retain)

    def refuse_login(self, code):
        """refuse_login(code): answers the next log-in with this CONNACK code, 1 to 5; called twice, the next two."""
        self._host.refuseNextLogin(code)

    def lose_puback(self):
        """lose_puback(): the next message of QoS 1 arrives, but its sender never hears of it."""
        self._host.loseNextPuback()

    def kick(self, client):
        """kick(client): cuts a client's connection; by client id, at a cloud by device name & product key."""
        if not self._host.kick(client):
            raise AssertionError("%s is not connected%s%s" % (client, _SEEN, self._host.seen()))

    def is_connected(self, client):
        """is_connected(client) -> whether it is."""
        return self._host.isConnected(client)


class _Aliyun(_Broker):
    """Alibaba's cloud. A client is "device name&product key"."""

    def send(self, product, device_name, payload):
        """send(product, device_name, payload): to the device's topic /product/device/user/get."""
        self.publish("/%s/%s/user/get" % (product, device_name), payload)

    def set_property(self, product, device_name, params):
        """set_property(product, device_name, params): a property set; params is a JSON object's text."""
        self.publish("/sys/%s/%s/thing/service/property/set" % (product, device_name),
                     '{"method":"thing.service.property.set","id":"1","version":"1.0.0","params":%s}' % params)

    def rrpc(self, product, device_name, question, timeout=8):
        """rrpc(product, device_name, question, timeout=8) -> the device's answer, in bytes."""
        answer = self._host.rrpc(product, device_name, _bytes(question), float(timeout))
        if answer is None:
            raise AssertionError("no answer of %s within %s s%s%s" % (device_name, timeout, _SEEN, self._host.seen()))
        return answer


class Request:
    """What a script has asked: method, target, headers (dict), body (bytes), and the status it got."""

    def __init__(self, method, target, headers, body, status):
        self.method, self.target, self.body, self.status = method, target, body, status
        self.headers = {name: value for name, value in headers}

    def __repr__(self):
        return "Request(%r, %r, status=%d)" % (self.method, self.target, self.status)


class _Http:
    """The sandbox's web servers. What is programmed for a path is the answer to its next request, once."""

    def __init__(self, host):
        self._host = host

    def respond(self, path, status=200, body=b"", content_type="text/plain", delay=0):
        """respond(path, status=200, body=b"", content_type="text/plain", delay=0)."""
        self._host.answer(path, status, content_type, _bytes(body), float(delay))

    def fail(self, path):
        """fail(path): the connection is closed in place of an answer."""
        self._host.cut(path, "text/plain", b"", 0)

    def truncate(self, path, body, sent):
        """truncate(path, body, sent): the answer breaks off after so many bytes of the body."""
        self._host.cut(path, "text/plain", _bytes(body), sent)

    def requests(self):
        """requests() -> the Requests so far, oldest first."""
        return [Request(*each) for each in self._host.awaitRequests(0, 0.0)]

    def wait_requests(self, count=1, timeout=_TIMEOUT):
        """wait_requests(count=1, timeout=60) -> the Requests, as soon as there are so many."""
        requests = [Request(*each) for each in self._host.awaitRequests(count, float(timeout))]
        if len(requests) < count:
            raise AssertionError("%d of %d requests within %s s%s%s"
                                 % (len(requests), count, timeout, _SEEN, self._host.seen()))
        return requests


class _Ntp:
    """The sandbox's time server."""

    def __init__(self, host):
        self._host = host

    def silent(self, on=True):
        """silent(on=True): it does not answer."""
        self._host.silent(bool(on))

    def wrong_by(self, seconds):
        """wrong_by(seconds): it tells a time that is so much late, or early when negative."""
        self._host.error(float(seconds))

    def wait_requests(self, count=1, timeout=_TIMEOUT):
        """wait_requests(count=1, timeout=60) -> how often it was asked, as soon as it is so often."""
        asked = self._host.awaitRequests(count, float(timeout))
        if asked < count:
            raise AssertionError("asked %d of %d times within %s s" % (asked, count, timeout))
        return asked


device = _Device(_host.device())
clock = _Clock()
network = _Network(_host.network())
broker = _Broker(_host.broker("mqtt"))
aliyun = _Aliyun(_host.broker("aliyun"))
tencent = _Broker(_host.broker("tencent"))
http = _Http(_host.http())
ntp = _Ntp(_host.ntp())
