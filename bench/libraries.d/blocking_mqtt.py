"""A client of MQTT that waits: umqtt.simple, umqtt.robust and the vendor's umqtt.py. argv: module, host, port."""
import usys
import utime

module, host, port = usys.argv[1:4]
exec("from %s import MQTTClient" % module)
got = []
client = MQTTClient("qpy-" + module.replace(".", "-"), host, int(port), keepalive=30)
client.set_callback(lambda *message: got.append(message[:2]))
client.connect()
client.subscribe(b"qpy/libraries/" + module.encode(), 1)
for qos in 0, 1:
    client.publish(b"qpy/libraries/" + module.encode(), b"reading %d" % qos, qos=qos)
for i in range(200):
    if len(got) == 2:
        break
    client.check_msg()
    utime.sleep_ms(50)
client.ping()
client.disconnect()
print("ok" if [bytes(message) for _, message in got] == [b"reading 0", b"reading 1"] else got)
