# ./qpy run samples/modbus-logger/main.py; ./qpy test samples/modbus-logger
"""Reads an electricity meter over Modbus RTU each minute, and publishes to Alibaba's cloud. A command switches the contactor.

A reading that could not be sent is kept in a file, and sent with the next; a meter that does not answer is reported once. A
watchdog restarts the module when the logger hangs.
"""

import log
import ujson
import uos
import ustruct
import utime
from aLiYun import aLiYun
from machine import UART, WDT

from usr.modbus import Master, ModbusError

log.basicConfig(level=log.INFO)
_log = log.getLogger("logger")

UNIT = 1
KEPT = 100  # readings
WATCHDOG = 180  # seconds
CLOUD = "/usr/cloud.json"  # product, device and secret
WAITING = "/usr/waiting.json"


def load(path, default):
    """load(path, default) -> what a file of JSON has; the default without one, or when it is damaged."""
    try:
        with open(path) as file:
            return ujson.load(file)
    except (OSError, ValueError):
        return default


def save(path, value):
    """save(path, value): writes beside the file first, so that a power cut leaves the old or the new one."""
    with open(path + ".new", "w") as file:
        ujson.dump(value, file)
    uos.rename(path + ".new", path)


class Logger:
    """One meter, and its readings on the way to the cloud."""

    def __init__(self, interval=60):
        account = load(CLOUD, None)
        if account is None:
            raise ValueError(CLOUD + " is missing or damaged")
        self.interval = interval  # seconds
        self.meter = Master(UART(UART.UART2, 9600, 8, 0, 1, 0))
        self.name = account["device"]
        self.update = "/%s/%s/user/update" % (account["product"], self.name)
        self.get = "/%s/%s/user/get" % (account["product"], self.name)
        self.cloud = aLiYun(account["product"], None, self.name, account["secret"])
        self.connected = False
        self.waiting = load(WAITING, [])
        self.stored = self.waiting != []
        self.silent = False
        self.running = True

    def connect(self):
        """connect() -> whether the cloud has let the logger in. Later the client connects again by itself."""
        if self.cloud.setMqtt(self.name, clean_session=True, keepAlive=120, reconn=True) != 0:
            return False
        self.cloud.setCallback(self.command)
        self.cloud.subscribe(self.get)
        self.cloud.start()
        self.connected = True
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
        if self.connected or self.connect():
            self.send()
        self.store()

    def send(self):
        """send(): sends what waits, the oldest first, until the cloud does not take it."""
        while self.waiting and self.cloud.publish(self.update, ujson.dumps(self.waiting[0]), qos=1) == 0:
            self.waiting.pop(0)

    def store(self):
        """store(): what could not be sent survives a power cut."""
        if self.waiting:
            save(WAITING, self.waiting)
        elif self.stored:
            uos.remove(WAITING)
        self.stored = self.waiting != []

    def command(self, topic, message):
        """command(topic, message): b'on' and b'off' switch the contactor."""
        try:
            self.meter.write_coil(UNIT, 0, message == b"on")
        except ModbusError as e:
            _log.warning(e)

    def run(self):
        """run(): until `running` is False."""
        watchdog = WDT(WATCHDOG)
        while self.running:
            self.step()
            watchdog.feed()
            utime.sleep(self.interval)
        watchdog.stop()


if __name__ == "__main__":
    Logger().run()
