# says: MQTTClient has no conect; did you mean connect?
from umqtt import MQTTClient

MQTTClient("a", "mq.tongxinmao.com", 18830).conect()
