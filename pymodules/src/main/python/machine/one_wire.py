"""machine.OneWire. Documentation: facts-board.md B2.94."""

_pin = _device.library("machine/pin")
_buffers = _device.library("dialect/buffers")
_buses = _host.buses()


class OneWire:
    """OneWire(GPIO) -> a one-wire line at a pin; ValueError for one that the module lacks (guessed).

    On the EC200U, EC600U, EG912U and EG915U. [board.onewire] of qpy.toml has what is connected.
    """

    def __init__(self, GPIO):
        self._wire = _buses.wire(_pin._number(GPIO, "invalid pin"))

    def reset(self):
        """reset() -> 0 where a part answers; -1 where none does."""
        return 0 if self._wire.reset() else -1

    def read(self, len):
        """read(len) -> so many bytes; 0xFF each where nothing says anything."""
        return self._wire.read(max(0, len))

    def write(self, data):
        """write(data) -> 0."""
        self._wire.write(_buffers.octets(data))
        return 0
