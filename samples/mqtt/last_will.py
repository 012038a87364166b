# ./qpy run samples/mqtt/last_will.py
#
# One client leaves a last will; when its connection breaks without a good-bye, the other one is told.
import log
from umqtt import MQTTClient

HOST, PORT = "mq.tongxinmao.com", 18830

will_log = log.getLogger("sample")
told = []

watcher = MQTTClient("qpy-watcher", HOST, PORT)
watcher.set_callback(lambda topic, message: told.append(message))
watcher.connect()
watcher.subscribe("qpy/samples/status")

sensor = MQTTClient("qpy-sensor", HOST, PORT, reconn=False)
sensor.set_last_will("qpy/samples/status", "sensor is gone")
sensor.connect()
sensor.close()

while not told:
    watcher.wait_msg()
will_log.warning(told[0].decode())
watcher.disconnect()
