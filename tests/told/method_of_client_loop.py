# says 5: no-method: the firmware of 2025 has no umqtt.MQTTClient.loop_forever. Call wait_msg in a loop.
from umqtt import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com', 18830)
client.loop_forever()
