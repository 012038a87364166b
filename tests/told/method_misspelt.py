# says 4: no-method: the firmware of 2025 has no umqtt.MQTTClient.conect. Did you mean connect?
from umqtt import MQTTClient

MQTTClient("a", "mq.tongxinmao.com", 18830).conect()
