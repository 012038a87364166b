import _thread, request, utime
from aLiYun import aLiYun
from TenCentYun import TXyun
from umqtt import MQTTClient

ended = []
def arrived(topic, message):
    if message == b"end":
        ended.append(topic.decode())

ali = aLiYun("a1TestKey01", None, "dev1", "dev1secret")
print(ali.setMqtt("client"))
ali.setCallback(arrived)
ali.subscribe("/a1TestKey01/dev1/user/get", qos=1)
ali.start()

tencent = TXyun("ABCDEFGHIJ", "d1", "c2VjcmV0c2VjcmV0")
print(tencent.setMqtt())
tencent.setCallback(arrived)
tencent.subscribe("ABCDEFGHIJ/d1/data", qos=1)
tencent.start()

plain = MQTTClient("plain", "broker", 1883, keepalive=60)
plain.set_callback(arrived)
plain.connect()
plain.subscribe("down", qos=1)
def listen():
    while "down" not in ended:
        plain.wait_msg()
_thread.start_new_thread(listen, ())

def until(step):
    while True:
        try:
            if step():
                return
        except (OSError, RuntimeError, ValueError) as e:
            pass
        utime.sleep_ms(50)

for number in range(MESSAGES):
    text = str(number)
    until(lambda: ali.publish("/a1TestKey01/dev1/user/update", text, qos=1) == 0)
    until(lambda: tencent.publish("ABCDEFGHIJ/d1/event", text, qos=1) == 0)
    until(lambda: plain.publish("up", text, qos=1))
    until(lambda: request.get("http://web/get?number=" + text, timeout=5).json())
    if number == 10:
        print("middle")
print("published")
while len(ended) < 3:
    utime.sleep_ms(20)
print(sorted(ended))
ali.disconnect()
tencent.disconnect()
plain.disconnect()
