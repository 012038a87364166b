import umqtt
c = umqtt.MQTTClient('device', 'broker.example', ssl=True, ssl_params={'cert': cert, 'key': key})
c.set_callback(lambda topic, msg: print(topic, msg))
c.connect()
c.subscribe(b'a')
c.publish(b'a', b'over TLS')
c.wait_msg()
c.disconnect()
