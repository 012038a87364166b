# says 4: arguments: umqtt.MQTTClient() needs server. Pass it.
from umqtt import MQTTClient

client = MQTTClient('id')
