# says 2 in run: undefined: nothing here is named 'MQTTClient'. Write from umqtt import MQTTClient first.
client = MQTTClient('id', 'mq.tongxinmao.com', 18830)
client.connect()
