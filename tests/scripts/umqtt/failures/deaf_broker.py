c.connect()
while c.publish("a", b"x" * 1000000):
    pass
attempt(c.wait_msg)
print(c.get_mqttsta())
