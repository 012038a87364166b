c = client('other')
c.connect()
c.publish('again', 'here', qos=1)
c.disconnect()
