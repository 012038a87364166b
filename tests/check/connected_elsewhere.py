# Another function connects before; nothing here is to be found.
from umqtt import MQTTClient
from usr.helper import connect

client = MQTTClient("client-1", "mq.tongxinmao.com", 18830)
other = MQTTClient("client-2", "mq.tongxinmao.com", 18830)


def start():
    client.connect()


start()
connect(other)
client.publish("a/b", "started")
other.publish("a/b", "started")
client.connect()
other.connect()
