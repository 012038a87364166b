import _thread, utime
c = client("stopped")
c.connect()
c.subscribe("a")
def listen():
    while True:
        c.wait_msg()
thread = _thread.start_new_thread(listen, ())
c.publish("a", "one")
while not got:
    utime.sleep_ms(5)
_thread.stop_thread(thread)
print(_thread.threadIsRunning(thread))
c.publish("a", "two")
wait(c, 2)
c.disconnect()
print(got)
