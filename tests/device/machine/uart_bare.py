# Nothing is connected: what is written is gone, and nothing comes (facts-board.md B2.35).
import utime
import uselect
from machine import UART

port = UART(UART.UART4, 9600, 8, 0, 1, 0)
port.set_callback(print)
print(port.write(b"hello"), port.any(), port.read(5))
utime.sleep_ms(100)
print(port.any(), port.read())

# A port is always ready for poll(), even with nothing to read (B2.27).
poll = uselect.poll()
poll.register(port, uselect.POLLIN)
print([event for _, event in poll.poll(1000)])
port.close()
