# What a port takes, and what it says to anything else (facts-board.md B2.20, B2.21, B2.22, B2.23, B2.26, B2.34).
from machine import UART

port = UART(UART.UART2, 115200, 8, 0, 1, 0)
print(port)
print(UART(UART.UART2, 9600, bits=7, parity=2, stop=2, flow=1) is port, port)
print(UART.UART0, UART.UART1, UART.UART2, UART.UART3, UART.REPL_UART, UART.GPIO12)


def fails(*arguments, **names):
    try:
        UART(*arguments, **names)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e if isinstance(e, ValueError) else "")


fails()
fails(1)
fails(1, 9601, 8, 0, 1, 0)
fails(1, 9600, 9, 0, 1, 0)
fails(1, 9600, 8, 3, 1, 0)
fails(1, 9600, 8, 0, 3, 0)
fails(1, 9600, 8, 0, 1, 2)
fails(1, 9600, 8)
fails(77, 9600, 8, 0, 1, 0)
fails("2", 9600, 8, 0, 1, 0)
fails(1, 9600, 8, 0, 1, 0, group=2)
try:
    UART.UART77
except AttributeError as e:
    print(e)
for rate in (4800, 9600, 19200, 57600, 115200, 230400, 4468750):
    port = UART(UART.UART3, rate, 8, 0, 1, 0)
    print(port.write(b"1234567890"), port.any(), port.close())
