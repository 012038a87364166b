# says 6: arguments: umqtt.MQTTClient.subscribe() takes 2 arguments by position. Leave the others out.
from umqtt import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com', 18830)
client.set_callback(print)
client.subscribe('a/b', 1, print)
