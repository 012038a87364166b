# publish_sync() calls the handlers in the caller's thread, publish() and publish_async() in threads of their own.
import _thread
import sys_bus
import utime

me = _thread.get_ident()
seen = []


def handler(topic, msg):
    seen.append((topic, msg, _thread.get_ident() == me))


sys_bus.subscribe("t", handler)
sys_bus.publish_sync("t", 1)
print(seen)
sys_bus.publish("t", 2)
sys_bus.publish_async("t", 3)
utime.sleep_ms(200)
print(sorted(seen[1:]))
sys_bus.publish_sync("nobody", 4)
print(sys_bus.unsubscribe("t"), sys_bus.unsubscribe("t"))
