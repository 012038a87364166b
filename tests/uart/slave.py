"""A Modbus RTU slave of pymodbus at the serial line of the first argument; unit 1 has the registers 17, 18, and so on."""

import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer
from pymodbus.transaction import ModbusRtuFramer

block = ModbusSequentialDataBlock(0, list(range(17, 117)))
context = ModbusServerContext(slaves=ModbusSlaveContext(hr=block, zero_mode=True), single=True)
StartSerialServer(context=context, framer=ModbusRtuFramer, port=sys.argv[1], baudrate=19200)
