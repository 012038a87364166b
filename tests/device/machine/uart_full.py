# The receive buffer takes 2000 bytes (facts-board.md B2.28); what comes when it is full is lost.
import utime
from machine import UART

port = UART(UART.UART2, 115200, 8, 0, 1, 0)
port.write(bytes(range(250)) * 10)
utime.sleep(1)
print(port.any())
data = port.read()
print(len(data), data == bytes(range(250)) * 8)
port.write(b"again")
utime.sleep_ms(10)
print(port.read())
