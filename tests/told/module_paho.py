# says: no firmware has paho: use umqtt
import paho.mqtt.client as mqtt

mqtt.Client()
