def fail(topic, msg):
    raise KeyError(msg)
c.set_callback(fail)
c.connect()
c.wait_msg()
c.set_callback(print)
c.wait_msg()
c.disconnect()
