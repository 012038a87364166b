from umqtt import MQTTClient

BROKER = "mqtt://mq.tongxinmao.com"  # finds: server-name
c = MQTTClient("d1", BROKER, 18830)
