# Reads ten registers of unit 1 twenty times.
from machine import UART
from usr import modbus

port = UART(UART.UART2, 19200, 8, 0, 1, 0)
while modbus.read_holding(port, 1, 0, 1) is None:
    pass  # the slave is not there yet
answers = [modbus.read_holding(port, 1, 0, 10) for _ in range(20)]
print(answers.count(tuple(range(17, 27))))
