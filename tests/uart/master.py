# master.py RATE COUNT: reads ten registers of unit 1 so often, and prints how often they were right.
import sys
import ustruct
from machine import UART
from usr.modbus import Master, ModbusError

rate, count = int(sys.argv[1]), int(sys.argv[2])
master = Master(UART(UART.UART2, rate, 8, 0, 1, 0))


def is_right():
    try:
        return ustruct.unpack(">10H", master.holding_registers(1, 0, 10)) == tuple(range(17, 27))
    except ModbusError:
        return False


while not is_right():
    pass  # the slave is not there yet
print(sum(is_right() for _ in range(count)))
