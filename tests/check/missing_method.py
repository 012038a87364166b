from umqtt import MQTTClient


class Uplink:
    def __init__(self, name):
        self.client = MQTTClient(name, "mq.tongxinmao.com", port=18830, keepalive=60)

    def open(self):
        self.client.connect()
        self.client.loop_start()  # finds: no-method
        self.client.disconnect()
