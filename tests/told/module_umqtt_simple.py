# says 2: no-module: the firmware of 2025 has no module 'umqtt.simple'. Write from umqtt import MQTTClient.
from umqtt.simple import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com')
