# Sends back in capitals what comes, until it has sent BYE.
import utime
from machine import UART

port = UART(UART.UART2, 115200, 8, 0, 1, 0)
port.write(b"ready\n")
sent = b""
while not sent.endswith(b"BYE\n"):
    data = port.read(port.any())
    if data:
        port.write(data.upper())
        sent += data.upper()
    utime.sleep_ms(2)
print(sent)
