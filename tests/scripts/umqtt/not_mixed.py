import _thread
c, other = client("many"), client("listening")
c.connect()
other.connect()
other.subscribe("#", 1)
def publish(letter, size, qos):
    for i in range(50):
        c.publish(letter, letter * size, False, qos)
_thread.start_new_thread(publish, ("a", 30000, 0))
_thread.start_new_thread(publish, ("b", 30000, 1))
_thread.start_new_thread(publish, ("c", 10, 0))
wait(other, 150)
c.disconnect()
other.disconnect()
print(sorted({(topic, len(msg), msg == topic * len(msg)) for topic, msg in got}))
