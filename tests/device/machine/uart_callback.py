# set_callback(): one fresh list [0, port, size] for each burst (facts-board.md B1.3, B1.6, B2.29, B23.1).
import utime
from machine import UART

port = UART(UART.UART2, 115200, 8, 0, 1, 0)
kept = []


def on_data(para):
    print(type(para) is list, para, port.read(para[2]))
    kept.append(para)


port.set_callback(on_data)
for text in (b"first", b"second one"):
    port.write(text)
    utime.sleep_ms(50)
print(kept)

port.set_callback(lambda para: print("another", para))
port.write(b"123")
utime.sleep_ms(50)
print(port.read())

# It stays when the port is opened again; None ends it.
port = UART(UART.UART2, 9600, 8, 0, 1, 0)
port.write(b"1234")
utime.sleep_ms(50)
print(port.set_callback(None), port.read())
port.write(b"12345")
utime.sleep_ms(50)
print(port.any())
try:
    port.set_callback(5)
except TypeError as e:
    print(e)
