"""aLiYun - Alibaba Cloud's IoT Platform. Documentation: "aLiYun - 阿里云服务"; the firmware's own ways: facts.md section 3.

Everything that can fail returns 0 or -1; why it failed is told to the person at the PC.
"""

import uhashlib as _uhashlib
import ujson as _ujson
import utime as _utime
from umqtt import MQTTClient as _MQTTClient
from umqtt import MQTTException as _MQTTException

_client = _device.library("aLiYun/client")
_Refused = _client.Refused
_PORT = 1883  # with TLS too (facts.md 3.2)
_SERVER = "%s.iot-as-mqtt.cn-shanghai.aliyuncs.com"
_ID_MAX = 64  # characters
_REGISTER_TOPIC = b"/ext/register"
_REGISTER_MS = 20000
_POLL_MS = 50


class aLiYun(_client.Client):
    """aLiYun(productKey, productSecret=None, DeviceName=None, DeviceSecret=None, MqttServer=None)

    With a DeviceSecret, one device one secret. With a productSecret, one product one secret: the device, made in the
    cloud's console before, registers once and keeps the secret it is given in /usr/secret.json. MqttServer is the host
    of another region or instance than cn-shanghai's public one.
    """

    _MODULE = "aLiYun"
    _IDENTITY = ("productKey", "DeviceName", "DeviceSecret")
    _KEEP_ALIVE = (60, 1200)
    _demo = _host
    _secrets = _device.library("aLiYun/secrets").Secrets("aLiYun", "/usr/secret.json")

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
        password = _client.sign(self.DeviceSecret, text, _uhashlib.sha256)
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
        random = _client.digits()
        text = "deviceName%sproductKey%srandom%s" % (self.DeviceName, self.productKey, random)
        password = _client.sign(self.productSecret, text, _uhashlib.sha256)
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
