# says 4 in check: server-name: server is the name of a host, without a scheme, port or path. Write the name alone; port= and ssl= say the rest.
from umqtt import MQTTClient

client = MQTTClient('id', 'mqtt://mq.tongxinmao.com', 18830)
