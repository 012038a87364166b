import utime
told = []
c.error_register_cb(told.append)
c.connect()
c.wait_msg()
attempt(c.wait_msg)
print(c.get_mqttsta(), c.publish("a", "b"))
while not told:
    utime.sleep_ms(10)
print(told)
c.close()
print(c.get_mqttsta())
