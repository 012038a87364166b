# says 6 in check: retain-qos: the third argument of publish() is retain, not qos. Write qos=1.
from umqtt import MQTTClient

client = MQTTClient('id', '127.0.0.1', 9)
if client.get_mqttsta() == 0:
    client.publish('a/b', 'hello', 1)
