from umqtt import MQTTClient

c = MQTTClient("d1", "mq.tongxinmao.com", 18830)
c.connect()
c.set_last_will("/public/TEST/quecpython", "gone")  # finds: last-will-order
