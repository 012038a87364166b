# ./qpy run samples/modbus-logger/main.py; ./qpy test samples/modbus-logger
"""Reads an electricity meter over Modbus RTU each minute, and publishes to Alibaba's cloud. A command switches the contactor.

A reading that could not be sent is sent with the next; a meter that does not answer is reported once.
"""

import log
import ujson
import ustruct
import utime
from aLiYun import aLiYun
from machine import UART

from usr.modbus import Master, ModbusError

log.basicConfig(level=log.INFO)
_log = log.getLogger("logger")

PRODUCT, DEVICE, SECRET = "a1ModbusLog", "logger-1", "0123456789abcdef0123456789abcdef"
UPDATE = "/%s/%s/user/update" % (PRODUCT, DEVICE)
GET = "/%s/%s/user/get" % (PRODUCT, DEVICE)
UNIT = 1
KEPT = 100


class Logger:
    """One meter, and its readings on the way to the cloud."""

    def __init__(self, interval=60):
        self.interval = interval  # seconds
        self.meter = Master(UART(UART.UART2, 9600, 8, 0, 1, 0))
        self.cloud = aLiYun(PRODUCT, None, DEVICE, SECRET)
        self.waiting = []
        self.silent = False
        self.running = True

    def connect(self):
        """connect() -> whether the cloud has let the logger in."""
        if self.cloud.setMqtt(DEVICE, clean_session=True, keepAlive=120, reconn=True) != 0:
            return False
        self.cloud.setCallback(self.command)
        self.cloud.subscribe(GET)
        self.cloud.start()
        return True

    def reading(self):
        """reading() -> what the meter shows."""
        volts = ustruct.unpack(">3H", self.meter.input_registers(UNIT, 0, 3))
        power, energy = ustruct.unpack(">ff", self.meter.input_registers(UNIT, 6, 4))
        return {
            "at": utime.time(),
            "volts": [each / 10 for each in volts],
            "kw": round(power, 2),
            "kwh": round(energy, 1),
            "on": self.meter.coil(UNIT, 0),
        }

    def step(self):
        """step(): reads the meter, and sends what waits."""
        try:
            self.waiting.append(self.reading())
            self.silent = False
        except ModbusError as e:
            if not self.silent:
                self.silent = True
                self.waiting.append({"at": utime.time(), "error": str(e)})
            _log.warning(e)
        del self.waiting[:-KEPT]
        while self.waiting and self.cloud.publish(UPDATE, ujson.dumps(self.waiting[0]), qos=1) == 0:
            self.waiting.pop(0)

    def command(self, topic, message):
        """command(topic, message): b'on' and b'off' switch the contactor."""
        try:
            self.meter.write_coil(UNIT, 0, message == b"on")
        except ModbusError as e:
            _log.warning(e)

    def run(self):
        """run(): until `running` is False."""
        while self.running:
            self.step()
            utime.sleep(self.interval)


if __name__ == "__main__":
    logger = Logger()
    if logger.connect():
        logger.run()
