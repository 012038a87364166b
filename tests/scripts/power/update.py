from misc import Power
from umqtt import MQTTClient
import _thread
got = []
def arrived(topic, message):
    got.append(message)
    if message == b'update':
        with open('/usr/main.py', 'w') as file:
            file.write("print('updated')")
        Power.powerRestart()
client = MQTTClient('dev', 'mq.tongxinmao.com', 18830)
client.set_callback(arrived)
client.connect()
client.subscribe('qpy/power')
client.publish('qpy/power', 'update')
while True:
    client.wait_msg()
