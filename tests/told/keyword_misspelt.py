# says 4: keyword: umqtt.MQTTClient() has no parameter keepalve. Did you mean keepalive?
from umqtt import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com', port=18830, keepalve=60)
