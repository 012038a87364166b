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

# One handler of several; a handler twice; a topic that is a number (facts-board.md B12.31).
calls = []


def other(topic, msg):
    calls.append((topic, msg))


for each in (handler, other, other):
    print(sys_bus.subscribe(7, each))
print(len(sys_bus.sub_table(7)), len(sys_bus.sub_table()[7]), sys_bus.unsubscribe(7, other), sys_bus.unsubscribe(7, print))
print(sys_bus.publish_sync(7, "x"), calls, seen[-1])
sys_bus.publish(7, "y")
utime.sleep_ms(200)
print(calls, sys_bus.unsubscribe(7), 7 in sys_bus.sub_table())
try:
    sys_bus.sub_table(7)
except KeyError as e:
    print(repr(e))
