"""A Modbus RTU master: functions 1, 3, 4 and 5."""

import _thread
import ustruct
import utime

SILENCE_MS = 5
PATIENCE_MS = 500
EXCEPTION = 0x80


class ModbusError(Exception):
    """No answer, a damaged one, or an exception code of the slave's."""


def _remainder(value):
    for _ in range(8):
        value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return value


_REMAINDERS = tuple(_remainder(each) for each in range(256))


def crc(data):
    """crc(data) -> the check sum of a frame, two bytes."""
    value = 0xFFFF
    for byte in data:
        value = value >> 8 ^ _REMAINDERS[(value ^ byte) & 0xFF]
    return ustruct.pack("<H", value)


class Master:
    """Master(port): asks slaves at a machine.UART that is open, for one thread at a time."""

    def __init__(self, port):
        self.port = port
        self._turn = _thread.allocate_lock()

    def input_registers(self, unit, address, count):
        """input_registers(unit, address, count) -> the values' bytes, two each."""
        return self._read(unit, 4, address, count, 2 * count)

    def holding_registers(self, unit, address, count):
        """holding_registers(unit, address, count) -> the values' bytes, two each."""
        return self._read(unit, 3, address, count, 2 * count)

    def coil(self, unit, address):
        """coil(unit, address) -> whether it is on."""
        return self._read(unit, 1, address, 1, 1)[0] & 1 == 1

    def write_coil(self, unit, address, on):
        """write_coil(unit, address, on): switches it."""
        self._ask(unit, ustruct.pack(">BHH", 5, address, 0xFF00 if on else 0), 8)

    def _read(self, unit, function, address, count, size):
        return self._ask(unit, ustruct.pack(">BHH", function, address, count), 5 + size)[3:-2]

    def _ask(self, unit, content, size):
        frame = bytes([unit]) + content
        with self._turn:
            self.port.read()  # what came too late
            self.port.write(frame + crc(frame))
            answer = self._answer(size)
        if len(answer) < 5 or crc(answer[:-2]) != answer[-2:]:
            raise ModbusError("unit %d: %s" % (unit, "a damaged answer" if answer else "no answer"))
        if answer[1] & EXCEPTION:
            raise ModbusError("unit %d: exception %d" % (unit, answer[2]))
        return answer

    def _answer(self, size):
        """All that comes, until it is enough, or nothing has come for a while."""
        answer = b""
        silent = 0
        while len(answer) < size and silent < (SILENCE_MS * 4 if answer else PATIENCE_MS):
            utime.sleep_ms(SILENCE_MS)
            if self.port.any():
                answer += self.port.read()
                silent = 0
            else:
                silent += SILENCE_MS
        return answer
