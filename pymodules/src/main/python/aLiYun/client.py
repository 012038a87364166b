"""aLiYun/client - what the two clouds' clients share: who the device is, and everything after the log-in.

aLiYun and TenCentYun are made of it. Documentation: facts.md sections 3 and 4.
"""

import _thread
import hmac as _hmac
import urandom as _urandom
from umqtt import MQTTClient as _MQTTClient
from umqtt import MQTTException as _MQTTException


def sign(key, text, digest):
    """Returns the HMAC of a text, in hexadecimal digits."""
    return _hmac.new(key, text.encode(), digest).hexdigest()


def digits():
    """Returns five random numbers from 1 to 10, one after the other."""
    return "".join([str(_urandom.randint(1, 10)) for _ in range(5)])


class Refused(Exception):
    """Why nothing was connected, after the person at the PC was told."""


class Client:
    """A cloud's client; each cloud's own adds the log-in and the registration."""

    _MODULE = ""
    _IDENTITY = ()  # the attributes of product, device and secret
    _KEEP_ALIVE = ()  # seconds, as documented
    _demo = None

    def __init__(self):
        self.mqtt_client = None  # as the firmware names it; None while there is no connection
        self._account = None
        self._callback = None
        self._on_error = None
        self._listening = None

    def setCallback(self, callback):
        """setCallback(callback): callback(topic, msg) for each message, both bytes; before or after setMqtt()."""
        self._callback = callback

    def error_register_cb(self, func):
        """error_register_cb(func): func(text) when the connection is lost or made again, as umqtt tells it."""
        self._on_error = func
        if self.mqtt_client is not None:
            self.mqtt_client.error_register_cb(func)

    def subscribe(self, topic, qos=0):
        """subscribe(topic, qos=0) -> 0, or -1. qos is 0 or 1."""
        topic = self._topic("subscribe", topic)
        if topic is None:
            return -1
        try:
            self.mqtt_client.subscribe(topic, qos)
        except (OSError, ValueError) as e:
            print("[WARNING] subscribe failed. OSError : %s" % e)
            return -1
        if self._account and topic == self._account[4]:
            self._demo.subscribed(topic)
        return 0

    def publish(self, topic, msg, retain=False, qos=0):
        """publish(topic, msg, retain=False, qos=0) -> 0, or -1. qos is 0 or 1.

        The documentation's heading has qos third; in the firmware that place is retain's. Write qos=1.
        """
        topic = self._topic("publish", topic)
        if topic is None:
            return -1
        try:
            return 0 if self.mqtt_client.publish(topic, msg, retain, qos) else -1
        except (OSError, ValueError) as e:
            print("[WARNING] Publish failed. OSError : %s" % e)
            return -1

    def start(self):
        """start(): from now on a thread waits for messages. Without it, none arrives."""
        client = self.mqtt_client
        if client is None:
            self._say("cloud-account", "start: there is no connection to wait on: setMqtt() has not returned 0")
        elif self._listening is not client:
            self._listening = client
            _thread.start_new_thread(self._listen, (client,))

    def disconnect(self):
        """disconnect(): ends the connection, and the thread of start()."""
        client = self._let_go()
        if client is not None:
            client.disconnect()

    def close(self):
        """close() -> -1, as in the firmware. Closes the socket without a goodbye."""
        client = self._let_go()
        if client is not None:
            client.close()
        return -1

    def ping(self):
        """ping(): sends a PINGREQ. With a keepAlive, that happens by itself. OSError when the connection is gone."""
        if self.mqtt_client is not None:
            self.mqtt_client.ping()

    def _state(self):
        return -1 if self.mqtt_client is None else self.mqtt_client.get_mqttsta()

    def _let_go(self):
        client, self.mqtt_client, self._listening = self.mqtt_client, None, None
        return client

    def _is_connected(self):
        """Whether the connection is there or is being made again; one that is lost for good is closed."""
        if self._state() in (_MQTTClient.CONNECTSUCCESS, _MQTTClient.ARECONNECT):
            return True
        self.close()
        return False

    def _open(self, client, clean_session):
        client.set_callback(self._arrived)
        if self._on_error is not None:
            client.error_register_cb(self._on_error)
        client.connect(clean_session)
        self.mqtt_client = client

    def _arrived(self, topic, msg):
        self._callback(topic, msg)

    def _listen(self, client):
        while self.mqtt_client is client:
            try:
                client.wait_msg()
            except OSError:
                if self._listening is client:
                    self._listening = None
                    if self._on_error is None:  # else it has been told
                        raise
                return

    def _topic(self, action, topic):
        """The topic; None, after the person was told, where there is none or no connection."""
        if self.mqtt_client is None:
            self._say("cloud-account", "%s: there is no connection: setMqtt() has not returned 0" % action)
        elif topic:
            return topic
        elif self._account:
            self._demo.announce("%s: topic is blank: the demo device's own is used, '%s'"
                                % (self._MODULE, self._account[4]))
            return self._account[4]
        else:
            self._say("cloud-topic", "%s: topic is blank: fill in one that the device may use" % action)
        return None

    def _identify(self, registers):
        """Fills a blank identity with the demonstration device's. Refused when it stays blank."""
        product, device, secret = self._IDENTITY
        account = self._demo.account()
        if account and all(getattr(self, name) in ("", None, known) for name, known in zip((product, device), account)):
            self._account = account
        for place, name in enumerate((product, device) if registers else (product, device, secret)):
            if not getattr(self, name):
                self._fill(place, name)

    def _fill(self, place, name):
        if not self._account:
            self._say("cloud-account", "%s is blank: fill in what the cloud's console shows for the device" % name)
            raise Refused("%s is blank" % name)
        setattr(self, name, self._account[place])
        told = "its secret" if name == self._IDENTITY[2] else "'%s'" % self._account[place]
        self._demo.announce("%s: %s is blank: the sandbox's demo device is used, %s" % (self._MODULE, name, told))

    def _check_keep_alive(self, seconds):
        least, most = self._KEEP_ALIVE
        if not least <= seconds <= most:
            self._say("cloud-keep-alive", "keepAlive is %s: the documentation allows %d to %d seconds" % (seconds, least, most))

    def _explain(self, e, hint):
        """Adds to what umqtt has said of a connection that was refused."""
        if isinstance(e, _MQTTException) and not isinstance(e, OSError):
            self._say("cloud-account", hint)

    def _say(self, code, line):
        _device.say(code, "%s: %s" % (self._MODULE, line))
