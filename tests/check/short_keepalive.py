from umqtt import MQTTClient

KEEPALIVE = 2  # finds: keepalive
client = MQTTClient("d1", "mq.tongxinmao.com", 18830, keepalive=KEEPALIVE)
