"""aLiYun - Alibaba Cloud's IoT Platform. Documentation: "aLiYun - 阿里云服务"; the firmware's own ways: facts.md section 3.

Everything that can fail returns 0 or -1; why it failed is told to the person at the PC.
"""

import _thread
import hmac as _hmac
import uhashlib as _uhashlib
import ujson as _ujson
import uos as _uos
import urandom as _urandom
import utime as _utime
from umqtt import MQTTClient as _MQTTClient
from umqtt import MQTTException as _MQTTException

_PORT = 1883  # with TLS too (facts.md 3.2)
_SERVER = "%s.iot-as-mqtt.cn-shanghai.aliyuncs.com"
_ID_MAX = 64  # characters
_ENOENT = 2
_REGISTER_TOPIC = b"/ext/register"
_REGISTER_MS = 20000
_POLL_MS = 50


def _sign(key, text, digest):
    return _hmac.new(key, text.encode(), digest).hexdigest()


def _shown(name):
    """A device's name for the person at the PC: the beginning only, where a secret seems to stand in its place."""
    name = str(name)
    mixed = any(c.isdigit() for c in name) and name.upper() != name != name.lower()
    hexadecimal = len(name) >= 32 and all(c in "0123456789abcdefABCDEF" for c in name)
    return name[:4] + "..." if len(name) >= 16 and (mixed or hexadecimal) else name


def _digits():
    return "".join([str(_urandom.randint(1, 10)) for _ in range(5)])


class _Refused(Exception):
    """Why nothing was connected, after the person at the PC was told."""


class _Secrets:
    """The file of the secrets that registration gave: one JSON object, {device name: secret}."""

    def __init__(self, cloud, path):
        self._cloud = cloud
        self._path = path
        self._guard = _thread.allocate_lock()

    def of(self, device):
        """The device's secret, or None. _Refused when the file is damaged: then nothing may be written to it."""
        try:
            return self._read().get(device)
        except (OSError, ValueError) as e:
            print("[ERROR] File Open failed : %s" % e)
            raise self._damaged()

    def add(self, device, secret):
        try:
            with self._guard:
                secrets = self._read()
                secrets[device] = secret
                self._write(secrets)
        except (OSError, ValueError) as e:
            print("[ERROR] File write failed : %s" % e)
            _device.say("cloud-secret-file", "%s: the secret of '%s' is not kept: %s cannot be written. The next run will register again, "
                        "and be refused" % (self._cloud, _shown(device), self._path))

    def lost(self, device):
        """Tells how to write by hand what was lost."""
        _device.say("cloud-registration", '%s: an activated device registers only once. If \'%s\' is one, copy its secret from the cloud\'s '
                    'console into %s: {"%s": "<its secret>"}'
                    % (self._cloud, _shown(device), self._path, _shown(device)))

    def _read(self):
        try:
            file = open(self._path)
        except OSError as e:
            if e.args[0] != _ENOENT:
                raise
            return {}
        with file:
            secrets = _ujson.load(file)
        if not isinstance(secrets, dict) or not all(isinstance(each, str) for each in secrets.values()):
            raise ValueError("not an object of names and secrets")
        return secrets

    def _write(self, secrets):
        # Beside it first: a run that ends in between must not leave half a file.
        with open(self._path + ".new", "w") as file:
            _ujson.dump(secrets, file)
        _uos.rename(self._path + ".new", self._path)

    def _damaged(self):
        _device.say("cloud-secret-file", '%s: %s is damaged and is left as it is: it must hold {"<device name>": "<its secret>"}. '
                    "Mend it or remove it" % (self._cloud, self._path))
        return _Refused("%s is damaged" % self._path)


class _Client:
    """What the two clouds' clients share: who the device is, and everything after the log-in."""

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
        """Fills a blank identity with the demonstration device's. _Refused when it stays blank."""
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
            raise _Refused("%s is blank" % name)
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


class aLiYun(_Client):
    """aLiYun(productKey, productSecret=None, DeviceName=None, DeviceSecret=None, MqttServer=None)

    With a DeviceSecret, one device one secret. With a productSecret, one product one secret: the device, made in the
    cloud's console before, registers once and keeps the secret it is given in /usr/secret.json. MqttServer is the host
    of another region or instance than cn-shanghai's public one.
    """

    _MODULE = "aLiYun"
    _IDENTITY = ("productKey", "DeviceName", "DeviceSecret")
    _KEEP_ALIVE = (60, 1200)
    _demo = _host
    _secrets = _Secrets("aLiYun", "/usr/secret.json")

    def __init__(self, productKey, productSecret=None, DeviceName=None, DeviceSecret=None, MqttServer=None):
        super().__init__()
        self.productKey = productKey
        self.productSecret = productSecret
        self.DeviceName = DeviceName
        self.DeviceSecret = DeviceSecret
        self.MqttServer = MqttServer

    def setMqtt(self, clientID=None, clean_session=True, keepAlive=300, reconn=True, pingmaxnum=0, manage=False):
        """setMqtt(clientID, clean_session=True, keepAlive=300, reconn=True) -> 0, or -1: connects, registers before.

        clientID: up to 64 characters of one's own. keepAlive: seconds; the documentation allows 60 to 1200. While
        connected, it returns the inner MQTTClient instead. Of later firmware: pingmaxnum and manage change nothing.
        """
        if self._is_connected():
            return self.mqtt_client
        try:
            self._identify(bool(self.productSecret))
            clientID = self._client_id(clientID)
            self._check_keep_alive(keepAlive)
            stored = self.productSecret and self._find_secret(clientID, keepAlive)
            self._open(self._log_in(clientID, keepAlive, reconn), clean_session)
        except Exception as e:
            print("[ERROR] connect failed. Error : %s" % e)
            self._explain(e, "productKey, DeviceName and DeviceSecret must be those that the cloud's console shows; "
                             "with a productSecret the DeviceSecret is the one in /usr/secret.json")
            return -1
        if stored:
            print("[INFO] The MQTT connection was successful")
        return 0

    def getAliyunSta(self):
        """getAliyunSta() -> 0 connected, 1 connecting again, 2 closed by the cloud, -1 not connected."""
        return self._state()

    def _client_id(self, given):
        """A blank one is filled in; one left out is the text None, as in the firmware."""
        account = self._demo.account()
        if not given and account:
            self._demo.announce("aLiYun: clientID is blank: '%s' is used" % account[3])
            return account[3]
        if given == "":
            self._say("cloud-client-id", "clientID is blank: fill in a text of your own, up to %d characters" % _ID_MAX)
            raise _Refused("clientID is blank")
        if len(str(given)) > _ID_MAX:
            self._say("cloud-client-id", "clientID has %d characters; the cloud takes up to %d" % (len(given), _ID_MAX))
            raise _Refused("clientID is too long")
        return str(given)

    def _client(self, client_id, password, keep_alive, **more):
        server = self.MqttServer or _SERVER % self.productKey
        user = "%s&%s" % (self.DeviceName, self.productKey)
        return _MQTTClient(client_id, server, _PORT, user, password, keep_alive, **more)

    def _log_in(self, client_id, keep_alive, reconn):
        text = "clientId%sdeviceName%sproductKey%s" % (client_id, self.DeviceName, self.productKey)
        password = _sign(self.DeviceSecret, text, _uhashlib.sha256)
        return self._client(client_id + "|securemode=3,signmethod=hmacsha256|", password, keep_alive, reconn=reconn)

    def _find_secret(self, client_id, keep_alive):
        """Sets DeviceSecret. Returns whether it was in the file; otherwise the device was registered."""
        secret = self._secrets.of(self.DeviceName)
        if secret:
            self.DeviceSecret = secret
            return True
        print("[INFO] MQTT dynamic registration")
        self.DeviceSecret = self._register(client_id, keep_alive)
        self.productSecret = None
        self._secrets.add(self.DeviceName, self.DeviceSecret)
        return False

    def _register(self, client_id, keep_alive):
        """The secret that the cloud pushes to a device which logs in with its product's."""
        random = _digits()
        text = "deviceName%sproductKey%srandom%s" % (self.DeviceName, self.productKey, random)
        password = _sign(self.productSecret, text, _uhashlib.sha256)
        options = "|securemode=2,authType=register,random=%s,signmethod=hmacsha256|" % random
        client = self._client(client_id + options, password, keep_alive, ssl=True, reconn=False)
        try:
            secret = self._pushed_secret(client)
        except Exception as e:
            client.close()
            if not isinstance(e, _MQTTException) or not isinstance(e, OSError):  # else the cloud was not reached
                self._secrets.lost(self.DeviceName)
            raise _Refused("registration: %s" % e)
        client.disconnect()
        return secret

    def _pushed_secret(self, client):
        pushed = []
        client.set_callback(lambda topic, msg: pushed.append(msg) if topic == _REGISTER_TOPIC else None)
        client.connect()
        start = _utime.ticks_ms()
        while not pushed:
            client.check_msg()
            if _utime.ticks_diff(_utime.ticks_ms(), start) > _REGISTER_MS:
                raise _Refused("no answer on /ext/register within %d s" % (_REGISTER_MS // 1000))
            _utime.sleep_ms(_POLL_MS)
        secret = _ujson.loads(pushed[0]).get("deviceSecret")
        if not isinstance(secret, str) or not secret:
            raise _Refused("the answer on /ext/register has no deviceSecret")
        return secret
