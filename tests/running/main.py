"""Answers at its serial port, and ends when its button was pressed twice."""

import utime
from machine import ExtInt, Pin, UART
from misc import ADC

lamp = Pin(Pin.GPIO12, Pin.OUT, Pin.PULL_DISABLE, 1)
line = Pin(Pin.GPIO7, Pin.IN, Pin.PULL_PU, 0)
adc = ADC()
adc.open()
port = UART(UART.UART2, 115200, 8, 0, 1, 0)
port.write("hello\r\n")
presses = []
button = ExtInt(ExtInt.GPIO5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, presses.append)
button.enable()
print("ready")
while len(presses) < 2:
    got = port.read()
    if got:
        port.write(b"got " + got)
    utime.sleep_ms(20)
button.disable()
print(line.read(), adc.read(ADC.ADC0), presses)
