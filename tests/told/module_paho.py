# says 2: no-module: the firmware of 2025 has no module 'paho'. Use umqtt.
import paho.mqtt.client as mqtt

mqtt.Client()
