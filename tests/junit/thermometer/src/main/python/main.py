import umqtt
import ujson
from usr import thermometer

client = umqtt.MQTTClient("thermometer", "mq.tongxinmao.com", port=18830)
client.connect()
client.publish(b"thermometer", ujson.dumps({"celsius": thermometer.celsius(0x191)}))
client.disconnect()
