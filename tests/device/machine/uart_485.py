# control_485(): the pin shows that the port sends (facts-board.md B2.31, B23.22).
import utime
from machine import UART, Pin

port = UART(UART.UART2, 9600, 8, 0, 1, 0)
pin = Pin(Pin.GPIO5, Pin.OUT, Pin.PULL_DISABLE, 1)
for direction in (1, 0):
    print(port.control_485(UART.GPIO5, direction), pin.read())
    port.write(b"x" * 96)
    utime.sleep_ms(50)
    print(pin.read(), port.any())
    utime.sleep_ms(50)
    print(pin.read(), port.any())
    utime.sleep_ms(1)
    print(len(port.read()))
print(port.control_485(200, 1))
for pin, direction in ((5, 2), ("GPIO5", 1), (5, None)):
    try:
        port.control_485(pin, direction)
    except ValueError as e:
        print(e)
try:
    port.control_485(5)
except TypeError as e:
    print("TypeError")
