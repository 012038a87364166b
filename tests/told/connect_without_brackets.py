# says 5 in check: uncalled: client.connect is named and not called. Write client.connect().
from umqtt import MQTTClient

client = MQTTClient('id', 'mq.tongxinmao.com', 18830)
client.connect
