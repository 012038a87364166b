try:
    client("thief", user="user", password="wrong").connect()
except MQTTException as e:
    print(e.args[0], e)
c = client("owner", user=b"user", password=b"right")
print(c.connect())
c.disconnect()
