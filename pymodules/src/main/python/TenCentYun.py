"""TenCentYun - Tencent Cloud's IoT Hub. Documentation: "TenCentYun- 腾讯云服务"; the firmware's own ways: facts.md section 4.

Everything that can fail returns 0 or -1; why it failed is told to the person at the PC.
"""

import ubinascii as _ubinascii
import uhashlib as _uhashlib
import ujson as _ujson
import utime as _utime
from umqtt import MQTTClient as _MQTTClient

_client = _device.library("aLiYun/client")
_Refused = _client.Refused
_PORT = 1883
_SERVER = "%s.iotcloud.tencentdevices.com"
_REGISTER_URL = "http://ap-guangzhou.gateway.tencentdevices.com/register/dev"
_SDK_APP_ID = 12010126
_VALID_SECONDS = 3600
_KEY_CHARACTERS = 16
_KEY_AUTHENTICATION = 2
_ACTIVATED = 1021  # facts.md 4.8
_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")


def _now():
    return int(_utime.mktime(_utime.localtime()))


def _is_base64(text):
    return len(text) % 4 == 0 and len(text) - len(text.rstrip("=")) <= 2 and _BASE64.issuperset(text.rstrip("="))


class TXyun(_client.Client):
    """TXyun(productID, devicename, devicePsk, ProductSecret=None)

    With a devicePsk, which is base64, one device one secret. With a ProductSecret, dynamic registration: the device
    registers once and keeps the psk it is given in /usr/tx_secret.json.
    """

    _MODULE = "TenCentYun"
    _IDENTITY = ("productID", "devicename", "devicePsk")
    _KEEP_ALIVE = (60, 1000)
    _demo = _host.demo()
    _secrets = _device.library("aLiYun/secrets").Secrets("TenCentYun", "/usr/tx_secret.json")

    def __init__(self, productID, devicename, devicePsk=None, ProductSecret=None):
        super().__init__()
        self.productID = productID
        self.devicename = devicename
        self.devicePsk = devicePsk
        self.ProductSecret = ProductSecret

    def setMqtt(self, clean_session=True, keepAlive=300, reconn=True, pingmaxnum=0, manage=False):
        """setMqtt(clean_session=True, keepAlive=300, reconn=True) -> 0, or -1: connects, and registers before if needed.

        keepAlive: seconds; the documentation allows 60 to 1000. While connected, it returns the inner MQTTClient
        instead. Of later firmware: pingmaxnum and manage change nothing.
        """
        if self._is_connected():
            return self.mqtt_client
        try:
            self._identify(bool(self.ProductSecret))
            self._check_keep_alive(keepAlive)
            if self.ProductSecret:
                self.devicePsk = self._secrets.of(self.devicename) or self._registered()
            self._open(self._log_in(keepAlive, reconn), clean_session)
        except Exception as e:  # the firmware prints nothing here
            self._explain(e, "productID, devicename and devicePsk must be those that the cloud's console shows; "
                             "with a ProductSecret the devicePsk is the one in /usr/tx_secret.json")
            return -1
        return 0

    def getTXyunsta(self):
        """getTXyunsta() -> 0 connected, 1 connecting again, 2 closed by the cloud, -1 not connected."""
        return self._state()

    def _log_in(self, keep_alive, reconn):
        if not _is_base64(self.devicePsk):
            self._say("cloud-account", "devicePsk is not base64: copy the device's key from the cloud's console, whole")
            raise _Refused("devicePsk is not base64")
        client_id = "%s%s" % (self.productID, self.devicename)
        user = "%s;%d;%s;%d" % (client_id, _SDK_APP_ID, _client.digits(), _now() + _VALID_SECONDS)
        token = _client.sign(_ubinascii.a2b_base64(self.devicePsk), user, _uhashlib.sha256)
        server = _SERVER % self.productID
        return _MQTTClient(client_id, server, _PORT, user, token + ";hmacsha256", keep_alive, reconn=reconn)

    def _registered(self):
        """The psk of a device that registers now; it is kept."""
        if len(self.ProductSecret) < _KEY_CHARACTERS:
            self._say("cloud-account", "ProductSecret has fewer than %d characters: copy it whole" % _KEY_CHARACTERS)
            raise _Refused("ProductSecret is too short")
        answer = self._ask()
        if answer.get("code") != 0:
            raise self._refusal(answer)
        psk = self._decrypted(answer)
        self._secrets.add(self.devicename, psk)
        self.ProductSecret = None
        return psk

    def _refusal(self, answer):
        print("[WARNING] Registration failed. Please check if the device is activated")
        reason = "the device is activated" if answer.get("code") == _ACTIVATED else answer.get("message")
        self._say("cloud-registration", "registration: the cloud refuses with code %s: %s" % (answer.get("code"), reason))
        self._secrets.lost(self.devicename)
        return _Refused("registration")

    def _ask(self):
        import request as _request

        question = _question(self.productID, self.devicename, self.ProductSecret, int(_client.digits()), _now())
        try:
            response = _request.post(_REGISTER_URL, data=_ujson.dumps(question))
            answer = response.json()
            response.close()
        except Exception as e:
            self._say("cloud-registration", "registration: no answer of %s. Asking ended with %s" % (_REGISTER_URL, e))
            raise
        if not isinstance(answer, dict):
            self._say("cloud-registration", "registration: %s answers with HTTP %s and no JSON object"
                      % (_REGISTER_URL, response.status_code))
            raise _Refused("registration")
        return answer

    def _decrypted(self, answer):
        try:
            payload = _ubinascii.a2b_base64(answer["payload"])
            text = _host.decrypt(self.ProductSecret[:_KEY_CHARACTERS].encode(), payload).split(b"\0")[0]
            given = _ujson.loads(text)
            psk = given.get("psk")
        except Exception:
            self._say("cloud-registration", "registration: the cloud's answer cannot be decrypted with this ProductSecret")
            raise
        if given.get("encryptionType") != _KEY_AUTHENTICATION or not psk:
            self._say("cloud-registration", "registration: the product uses certificates; this module can use keys only")
            raise _Refused("certificate")
        return psk


def _question(product, device, secret, nonce, timestamp):
    """What a registration sends; the signature is base64 of the digest's hexadecimal digits (facts.md 4.5)."""
    text = "deviceName=%s&nonce=%d&productId=%s&timestamp=%d" % (device, nonce, product, timestamp)
    signature = _ubinascii.b2a_base64(_client.sign(secret, text, _uhashlib.sha1), False).decode()
    return {
        "deviceName": device,
        "nonce": nonce,
        "productId": product,
        "timestamp": timestamp,
        "signature": signature,
    }
