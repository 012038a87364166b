# What the scripts of this folder begin with, after a line with VERSION, 3 (MQTT 3.1) or 4 (3.1.1).
from umqtt import MQTTClient, MQTTException
got = []
def client(client_id, **more):
    c = MQTTClient(client_id, "mq.tongxinmao.com", 18830, version=VERSION, **more)
    c.set_callback(lambda topic, msg: got.append((topic, msg)))
    return c
def wait(c, count):
    while len(got) < count:
        c.wait_msg()
