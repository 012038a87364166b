"""qpytest.broker and qpytest.aliyun: a test per verb."""

import _thread

import qpytest
import ujson
import utime
from aLiYun import aLiYun
from umqtt import MQTTClient

HOST = "mq.tongxinmao.com"
PRODUCT, NAME, SECRET = "a1TestKey01", "dev1", "secret"


class Client:
    """A client whose messages a thread takes."""

    def __init__(self, client_id, **options):
        self.got = []
        self.mqtt = MQTTClient(client_id, HOST, 18830, keepalive=60, **options)
        self.mqtt.set_callback(lambda topic, msg: self.got.append((topic, msg)))
        self.mqtt.connect()

    def listen(self, topic):
        self.mqtt.subscribe(topic)
        _thread.start_new_thread(self._listen, ())

    def _listen(self):
        try:
            while self.mqtt.wait_msg() is not None or self.mqtt.get_mqttsta() in (0, 1):
                pass
        except OSError:
            pass


def test_published():
    client = Client("publishes")
    client.mqtt.publish(b"a/b", b"hello", qos=1)
    message = qpytest.broker.wait_published("a/b")[0]
    assert (message.topic, message.payload, message.qos, message.retain) == ("a/b", b"hello", 1, False)
    assert len(qpytest.broker.published("a/b")) == 1
    assert qpytest.broker.published("a/other") == []
    client.mqtt.disconnect()


def test_what_was_seen_instead():
    try:
        qpytest.broker.wait_published("nobody", timeout=5)
    except AssertionError as e:
        assert "0 of 1 messages to nobody within 5 s; the sandbox has seen: " in str(e)
    else:
        assert False


def test_publish():
    client = Client("listens")
    client.listen(b"down")
    qpytest.broker.wait_subscribed("down")
    qpytest.broker.publish("down", "go")
    qpytest.wait_until(lambda: client.got == [(b"down", b"go")])
    client.mqtt.disconnect()


def test_refuse_login():
    qpytest.broker.refuse_login(5)
    try:
        Client("refused")
    except Exception as e:
        assert "5" in str(e)
    else:
        assert False


def test_lose_puback():
    client = Client("loses")
    qpytest.broker.lose_puback()
    start = utime.ticks_ms()
    assert not client.mqtt.publish(b"a/lost", b"1", qos=1)
    assert utime.ticks_diff(utime.ticks_ms(), start) == 5000
    assert client.mqtt.publish(b"a/lost", b"2", qos=1)
    client.mqtt.disconnect()


def test_kick_and_log_in_again():
    client = Client("kicked", reconn=True)
    client.listen(b"x")
    logins = qpytest.broker.wait_logins()
    assert qpytest.broker.is_connected("kicked")
    qpytest.broker.kick("kicked")
    assert qpytest.broker.wait_logins(logins + 1) == logins + 1
    client.mqtt.disconnect()
    qpytest.wait_until(lambda: not qpytest.broker.is_connected("kicked"))
    try:
        qpytest.broker.kick("kicked")
    except AssertionError as e:
        assert str(e).startswith("kicked is not connected")
    else:
        assert False


def test_reset_ends_a_connection():
    client = Client("resets", reconn=True)
    client.listen(b"x")
    logins = qpytest.broker.wait_logins()
    qpytest.network.reset(HOST)
    qpytest.broker.wait_logins(logins + 1)
    client.mqtt.disconnect()


def test_aliyun():
    got = []
    cloud = aLiYun(PRODUCT, None, NAME, SECRET)
    assert cloud.setMqtt("test", clean_session=True, keepAlive=300) == 0

    def arrived(topic, msg):
        topic = topic.decode()
        got.append((topic.rsplit("/", 1)[1], msg))
        if "/rrpc/request/" in topic:
            cloud.publish(topic.replace("request", "response"), b"answer to " + msg)

    cloud.setCallback(arrived)
    cloud.start()
    for topic in ("/%s/%s/user/get", "/sys/%s/%s/thing/service/property/set", "/sys/%s/%s/rrpc/request/+"):
        assert cloud.subscribe(topic % (PRODUCT, NAME)) == 0
    qpytest.aliyun.send(PRODUCT, NAME, "hello")
    qpytest.wait_until(lambda: ("get", b"hello") in got)
    qpytest.aliyun.set_property(PRODUCT, NAME, '{"interval": 5}')
    qpytest.wait_until(lambda: any(name == "set" for name, _ in got))
    assert ujson.loads(got[-1][1])["params"] == {"interval": 5}
    assert qpytest.aliyun.rrpc(PRODUCT, NAME, "question") == b"answer to question"
    assert qpytest.aliyun.is_connected("%s&%s" % (NAME, PRODUCT))
    cloud.disconnect()
