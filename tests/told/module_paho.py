# says: no firmware has paho.mqtt.client: use umqtt
import paho.mqtt.client as mqtt

mqtt.Client()
