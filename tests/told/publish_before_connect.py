# says 5: connect-order: publish() comes before connect(), so there is no connection. Call connect() first.
from umqtt import MQTTClient

client = MQTTClient('id', '127.0.0.1', 9)
if client.publish('a/b', 'hello'):
    client.connect()
