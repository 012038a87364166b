# says 5: connect-order: wait_msg() comes before connect(), so there is no connection. Call connect() first.
from umqtt import MQTTClient

client = MQTTClient('id', '127.0.0.1', 9)
client.wait_msg()
client.connect()
