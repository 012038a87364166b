# Carries frames between a master outside, at UART2, and the slave at UART1, until GPIO5 is high.
import utime
from machine import UART, Pin

WHOLE_MS = 60  # until what has begun to come is there

outside = UART(UART.UART2, 9600, 8, 0, 1, 0)
inside = UART(UART.UART1, 9600, 8, 0, 1, 0)
stop = Pin(Pin.GPIO5, Pin.IN, Pin.PULL_PD, 0)
while not stop.read():
    utime.sleep_ms(5)
    if outside.any():
        utime.sleep_ms(WHOLE_MS)
        inside.write(outside.read())
    if inside.any():
        utime.sleep_ms(WHOLE_MS)
        outside.write(inside.read())
