import umqtt

print('ready')
c = umqtt.MQTTClient('c', 'mq.tongxinmao.com', 18830)
c.set_callback(print)
c.connect()
c.subscribe('t')
c.wait_msg()
