# ./qpy run samples/mqtt/publish_subscribe.py
#
# Connects to a broker, subscribes to a topic, publishes three readings on it and waits until they have come back.
import log
import ujson
import utime
from umqtt import MQTTClient

TOPIC = "qpy/samples/temperature"

mqtt_log = log.getLogger("sample")
readings = []


def on_message(topic, message):
    reading = ujson.loads(message)
    readings.append(reading)
    mqtt_log.info("%s: %d degrees, number %d", topic.decode(), reading["degrees"], reading["number"])


client = MQTTClient("qpy-sample", "mq.tongxinmao.com", 18830, keepalive=60)
client.set_callback(on_message)
client.connect()
client.subscribe(TOPIC, qos=1)
mqtt_log.info("connected and subscribed to %s", TOPIC)

for number in range(1, 4):
    client.publish(TOPIC, ujson.dumps({"number": number, "degrees": 20 + number}), qos=1)
    utime.sleep_ms(50)

while len(readings) < 3:
    client.wait_msg()

client.disconnect()
mqtt_log.info("received %d readings", len(readings))
