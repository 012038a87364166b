# says 5: no-method: the firmware of 2025 has no umqtt.MQTTClient.setCallback. Use set_callback.
from umqtt import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com', 18830)
client.setCallback(print)
