import utime
import ujson
import ubinascii
from umqtt import MQTTClient

utime.sleep_ms = lambda ms: "left"
utime.localtime = None
ujson.dumps = lambda value: "left"
ubinascii.hexlify = None
MQTTClient.left = 1
MQTTClient.publish = None
