from umqtt import MQTTClient
import utime, _thread
late = []
count = [0]
def arrived(topic, msg):
    count[0] += 1
    if int(msg) != utime.ticks_ms():
        late.append((msg, utime.ticks_ms()))
c = MQTTClient('me', 'broker.test', 1883, keepalive=60)
c.set_callback(arrived)
c.connect()
c.subscribe(b'x/y')
def listen():
    while True:
        try:
            if c.wait_msg() is None and c.get_mqttsta() != 0:
                return
        except OSError:
            return
_thread.start_new_thread(listen, ())
for i in range(300):
    c.publish(b'x/y', str(utime.ticks_ms()), qos=i % 2)
    utime.sleep_ms(1 + i % 7)
utime.sleep(600)
print(count, late, utime.time())
c.disconnect()
