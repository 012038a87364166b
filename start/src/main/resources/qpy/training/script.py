# What the class archive is recorded from, beside core.py: a little of everything that ordinary scripts do.
import _thread
import ntptime
import request
import ubinascii
import uhashlib
import ujson
import uos
import ure
import usocket
import ussl
import ustruct
import utime
from machine import Pin, UART

answers = []
response = request.get("http://httpbin.org/get")
response.close()
response = request.post("https://httpbin.org/post", data=ujson.dumps({"answers": len(answers)}))
response.close()
ntptime.settime()
lamp = Pin(Pin.GPIO12, Pin.OUT, Pin.PULL_DISABLE, 0)
lamp.write(1 - lamp.read())
port = UART(UART.UART1, 115200, 8, 0, 1, 0)
port.write("started")
port.read(port.any())
port.close()


def worker():
    answers.append(ubinascii.hexlify(uhashlib.sha256(ustruct.pack(">I", 1)).digest()))


_thread.start_new_thread(worker, ())
utime.sleep_ms(20)
with open("/usr/training.txt", "w") as file:
    file.write(ure.match("a+", "aaa").group(0))
uos.remove("/usr/training.txt")
try:
    raise ValueError("for the traceback's classes")
except ValueError as e:
    print(e, "%d %s" % (1, "x"), "{:>4}".format(2), f"{3:.2f}", sorted([3, 1, 2]))
