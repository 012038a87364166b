# says: no firmware has umqt; did you mean umqtt?
import umqt

umqt.MQTTClient("a", "b")
