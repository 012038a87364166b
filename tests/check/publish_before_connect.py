from umqtt import MQTTClient

client = MQTTClient("client-1", "mq.tongxinmao.com", 18830)
client.publish("a/b", "started")  # finds: connect-order
client.connect()
client.publish("a/b", "connected")
other = MQTTClient("client-2", "mq.tongxinmao.com", 18830)
connected = False
while not connected:
    if connected:
        other.ping()
    other.connect()
    connected = True


def again(client):
    if not client.publish("a/b", "again"):
        client.connect()


again(other)
