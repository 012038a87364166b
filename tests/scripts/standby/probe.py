# What a script finds when it begins; a line each. Nothing of it may depend on which script ran before.
import gc
import ubinascii
import ujson
import uos
import usys
import utime
import usocket
import _thread
import log
import sim
from machine import Pin
from umqtt import MQTTClient

print("names", sorted(name for name in globals() if not name.startswith("__")))
print("path", usys.path, usys.argv[1:], uos.getcwd(), sorted(uos.listdir("/usr")))
print("modules", "left" in usys.modules, "left_behind" in usys.modules)
print("builtins", len([1, 2]), str(12), sorted([2, 1]), hasattr(str, "extra"), b"\xff".hex() if hasattr(b"", "hex") else "")
print("time", utime.getTimeZone(), utime.localtime(0), utime.sleep_ms(1))
print("json", ujson.dumps({"a": [1, None]}), ubinascii.hexlify(b"ab"))
print("gc", gc.isenabled(), gc.threshold() if hasattr(gc, "threshold") else None)
print("sim", sim.getStatus(), sim.verifyPin("9999"))
print("pin", Pin(Pin.GPIO1, Pin.IN, Pin.PULL_DISABLE, 0).read())
print("stack", _thread.stack_size())
print("class", [name for name in dir(MQTTClient) if name.startswith("left")], callable(MQTTClient.publish))
try:
    usys.stdout.write("stream\n")
    from usr import left_behind
except ImportError as error:
    print("import", error)
server = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
server.bind(("127.0.0.1", 8123))
server.listen(1)
print("port is free")
log.basicConfig(level=log.INFO)
log.getLogger("probe").debug("not shown")
print("depth", (lambda f: f(f, 20))(lambda f, n: n and f(f, n - 1) + 1))
raise ValueError("the end")
