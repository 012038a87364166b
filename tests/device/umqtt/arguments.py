"""What umqtt's client takes, and what it says of what it does not: False and a warning, or ValueError, as UMQTT24 does."""

import usys
import log
from umqtt import MQTTClient, MQTTException

log.basicConfig(stream=usys.stdout)


def shown(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e, isinstance(e, ValueError), isinstance(e, MQTTException))


c = MQTTClient("a", "h", 1883, "u", "p", 60)
print(c.client_id, c.server, c.port, c.user, c.pswd, c.keepalive, c.ssl, c.reconn, c.sock, c.cb, c.topic_list, c.connSta)
print(MQTTClient("a", "h", ssl=True).port, c.lw_topic, c.lw_msg, c.lw_qos, c.lw_retain, c.error_callback, c.DELAY)
for call in (
    lambda: c.publish("t", 25),
    lambda: c.publish(None, "x"),
    lambda: c.publish("t", None),
    lambda: c.publish("t", "x", False, "1"),
    lambda: c.publish("t", "x", False, 2),
    lambda: c.publish("t", "x"),
    lambda: MQTTClient("", "h").connect(),
    lambda: MQTTClient(None, "h").connect(),
    lambda: MQTTClient("a", "h", password="p").connect(),
    lambda: MQTTClient(5, "h").connect(),
    lambda: MQTTClient("a", None).connect(),
    lambda: MQTTClient("a", "").connect(),
    lambda: MQTTClient("a", "h x").connect(),
    lambda: MQTTClient("a", "h", 70000).connect(),
    lambda: MQTTClient("a", "h", -1).connect(),
    lambda: MQTTClient("a", "h", "http").connect(),
    lambda: MQTTClient("a", "h", keepalive=-1),
    lambda: MQTTClient("a", "h", keepalive=4),
    lambda: c.set_last_will("", "x"),
    lambda: c.set_last_will(None, "x"),
    lambda: c.set_last_will("t", "x", False, 3),
    lambda: c.subscribe("t"),
    lambda: c.set_last_will("t", None),
    lambda: c.connect(),
    lambda: c.get_mqttsta(),
    lambda: c.wait_msg(),
    lambda: c.close(),
):
    shown(call)
c.set_callback(print)
for topic, qos in (("t", 3), ("t", -1), ("t", "1"), (None, 0), (5, 0), ("t", 0)):
    shown(lambda: c.subscribe(topic, qos))
try:
    MQTTClient("a", "127.0.0.1", 1, reconn=False).connect()
except ValueError as e:
    print(isinstance(e, MQTTException), isinstance(e, OSError))
