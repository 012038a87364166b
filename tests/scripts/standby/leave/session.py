from umqtt import MQTTClient

client = MQTTClient("left", "broker.example.com", 1883, keepalive=10)
client.set_callback(lambda topic, message: print(message))
client.connect()
client.subscribe(b"left")
while True:
    client.wait_msg()
