import _thread
c = client("busy")
c.connect()
c.subscribe("many/#", 1)
def publish(number):
    for i in range(20):
        c.publish("many/%d" % number, str(i), qos=i % 2)
for number in range(4):
    _thread.start_new_thread(publish, (number,))
wait(c, 80)
for number in range(4):
    print(sorted(int(m) for t, m in got if t == b"many/%d" % number) == list(range(20)))
c.disconnect()
