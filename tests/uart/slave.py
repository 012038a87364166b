"""A Modbus RTU slave of pymodbus; unit 1 has the registers 17, 18, and so on.

    slave.py LINE RATE      at a serial line
    slave.py tcp            at a free port of this PC, which it prints: RTU frames, as a serial server carries them
"""

import asyncio
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer
from pymodbus.server.async_io import ModbusTcpServer
from pymodbus.transaction import ModbusRtuFramer

block = ModbusSequentialDataBlock(0, list(range(17, 117)))
context = ModbusServerContext(slaves=ModbusSlaveContext(hr=block, zero_mode=True), single=True)


async def serve():
    server = ModbusTcpServer(context, framer=ModbusRtuFramer, address=("127.0.0.1", 0))
    serving = asyncio.ensure_future(server.serve_forever())
    await server.serving
    print(server.server.sockets[0].getsockname()[1], flush=True)
    await serving


if sys.argv[1] == "tcp":
    asyncio.run(serve())
else:
    StartSerialServer(context=context, framer=ModbusRtuFramer, port=sys.argv[1], baudrate=int(sys.argv[2]))
