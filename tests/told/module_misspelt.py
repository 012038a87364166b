# says 2: no-module: the firmware of 2025 has no module 'umqt'. Did you mean umqtt?
import umqt

umqt.MQTTClient("a", "b")
