"""uctypes - structures in memory, by descriptors. Offered by the firmware of 2021: facts.md 11.34.

The device's memory is the buffers whose addresses a script has asked for, each at an address of its own. What lies
elsewhere reads as nothing that a script could use: an OSError, where a module reads what happens to be there, or crashes.
"""

import _struct


def _kind(number, bits):
    """A type in the topmost of the 31 bits that a small integer of the module has."""
    value = number << (31 - bits)
    return value - (1 << 31) if value >> 30 else value


UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 = [_kind(number, 4) for number in range(8)]
BFUINT8, BFINT8, BFUINT16, BFINT16, BFUINT32, BFINT32 = [_kind(number, 4) for number in range(8, 14)]
FLOAT32, FLOAT64 = _kind(14, 4), _kind(15, 4)
PTR, ARRAY = _kind(1, 2), _kind(2, 2)
VOID = UINT8
SHORT, USHORT, INT, UINT, LONG, ULONG, LONGLONG, ULONGLONG = INT16, UINT16, INT32, UINT32, INT32, UINT32, INT64, UINT64

BF_POS, BF_LEN = 17, 22
LITTLE_ENDIAN, BIG_ENDIAN, NATIVE = 0, 1, 2

_POINTER_BYTES = 4
_FIRST_ADDRESS = 0x20000000
_ALIGNMENT = 16
_MOST_BUFFERS = 1024  # whose addresses are remembered; the oldest are forgotten

_buffers = {}  # address: buffer
_addresses = {}  # id of the buffer: address
_next_address = _FIRST_ADDRESS


def addressof(obj):
    """addressof(buffer) -> its address"""
    global _next_address
    if isinstance(obj, (_View, struct)):
        return obj._address
    if id(obj) in _addresses:
        return _addresses[id(obj)]
    size = len(obj) if isinstance(obj, str) else memoryview(obj).nbytes
    while len(_buffers) >= _MOST_BUFFERS:
        address = next(iter(_buffers))
        del _addresses[id(_buffers.pop(address))]
    address, _next_address = _next_address, _next_address + size // _ALIGNMENT * _ALIGNMENT + 2 * _ALIGNMENT
    _buffers[address] = obj
    _addresses[id(obj)] = address
    return address


def _memory(address, size):
    """The bytes that lie there, as a view of the buffer that they belong to."""
    for start, buffer in _buffers.items():
        if start <= address:
            memory = memoryview(buffer.encode() if isinstance(buffer, str) else buffer).cast("B")
            if address + size <= start + len(memory):
                return memory[address - start : address - start + size]
    raise OSError(14)  # EFAULT


def bytes_at(addr, size):
    """bytes_at(address, size) -> a copy of the bytes there"""
    return bytes(_memory(addr, size))


def _string_at(addr):
    """The string whose address was asked for."""
    return _buffers[addr]


def bytearray_at(addr, size):
    """bytearray_at(address, size) -> the bytes there; what is written into it is written there."""
    return _View(addr, size)


class _View(bytearray):
    def __init__(self, address, size):
        self._address = address
        try:
            bytearray.__init__(self, _memory(address, size))
        except OSError:
            bytearray.__init__(self)

    def __setitem__(self, index, value):
        value = value & 0xFF if isinstance(value, int) else value
        _memory(self._address, len(self))[index] = value
        bytearray.__setitem__(self, index, value)

    def __repr__(self):
        return "bytearray(%r)" % bytes(self)


_View.__name__ = "bytearray"


class _Scalar:
    """A number in memory: its type, its offset, and its bits where it is a bit field."""

    def __init__(self, descriptor):
        number = descriptor >> 27 & 15
        self.is_bits = 8 <= number < 14
        self.is_float = number >= 14
        self.is_signed = bool(number & 1)
        self.size = {14: 4, 15: 8}.get(number, 1 << (number - 8 if self.is_bits else number) // 2)
        self.offset = descriptor & (0x1FFFF if self.is_bits else 0x7FFFFFF)
        self.position = descriptor >> BF_POS & 31
        self.length = descriptor >> BF_LEN & 31

    def load(self, address, order):
        memory = _memory(address, self.size)
        if self.is_float:
            return _struct.unpack(self._format(order), memory)[0]
        value = int.from_bytes(memory, order, signed=self.is_signed and not self.is_bits)
        if not self.is_bits:
            return value
        value = value >> self.position & (1 << self.length) - 1
        return value - (1 << self.length) if self.is_signed and value >> self.length - 1 else value

    def store(self, address, order, value):
        memory = _memory(address, self.size)
        if self.is_float:
            memory[:] = _struct.pack(self._format(order), value)
            return
        if self.is_bits:
            mask = (1 << self.length) - 1 << self.position
            value = int.from_bytes(memory, order) & ~mask | value << self.position & mask
        memory[:] = (value & (1 << 8 * self.size) - 1).to_bytes(self.size, order)

    def _format(self, order):
        return ("<" if order == "little" else ">") + ("f" if self.size == 4 else "d")


def _bad_descriptor():
    return TypeError("syntax error in uctypes descriptor")


def _aggregate(descriptor):
    """(kind, offset) of a tuple: kind 0 for a structure, 1 for a pointer, 2 for an array."""
    if not descriptor or not isinstance(descriptor[0], int):
        raise _bad_descriptor()
    return descriptor[0] >> 29 & 3, descriptor[0] & 0x1FFFFFFF


def _size(descriptor, layout):
    return _size_and_alignment(descriptor, layout)[0]


def _size_and_alignment(descriptor, layout):
    if isinstance(descriptor, dict):
        end, alignment = 0, 1
        for field in descriptor.values():
            offset = _Scalar(field).offset if isinstance(field, int) else _aggregate(field)[1]
            size, field_alignment = _size_and_alignment(field, layout)
            end, alignment = max(end, offset + size), max(alignment, field_alignment)
        return (-(-end // alignment) * alignment if layout == NATIVE else end), alignment
    if isinstance(descriptor, int):
        size = _Scalar(descriptor).size
        return size, size
    if not isinstance(descriptor, tuple):
        raise _bad_descriptor()
    return _aggregate_size(descriptor, layout)


def _aggregate_size(descriptor, layout):
    kind, parts = _aggregate(descriptor)[0], len(descriptor)
    if kind == 0 and parts == 2:
        return _size_and_alignment(descriptor[1], layout)
    if kind == 1 and parts == 2:
        return _POINTER_BYTES, _POINTER_BYTES
    if kind == 2 and parts == 2:
        size = _Scalar(descriptor[1]).size
        return size * (descriptor[1] & 0x7FFFFFF), size
    if kind == 2 and parts == 3:
        size, alignment = _size_and_alignment(descriptor[2], layout)
        return size * descriptor[1], alignment
    raise _bad_descriptor()


def sizeof(struct_or_desc, layout=None):
    """sizeof(structure), sizeof(descriptor[, layout]) -> bytes"""
    if isinstance(struct_or_desc, _View):
        return len(struct_or_desc)
    if isinstance(struct_or_desc, struct):
        if layout is not None:
            raise TypeError
        return _size(struct_or_desc._descriptor, struct_or_desc._layout)
    if not isinstance(struct_or_desc, (dict, tuple)):
        raise _bad_descriptor()
    return _size(struct_or_desc, NATIVE if layout is None else layout)


class struct:
    """struct(address, descriptor[, layout]): the structure, the array or the pointer that lies there."""

    __slots__ = ("_address", "_descriptor", "_layout")
    __hash__ = None

    def __init__(self, addr, descriptor, layout=NATIVE):
        if not isinstance(addr, int):
            raise TypeError("can't convert %s to int" % type(addr).__name__)
        object.__setattr__(self, "_address", addr)
        object.__setattr__(self, "_descriptor", descriptor)
        object.__setattr__(self, "_layout", layout)

    def _order(self):
        return "big" if self._layout == BIG_ENDIAN else "little"

    def _field(self, name):
        if not isinstance(self._descriptor, dict):
            raise TypeError("struct: no fields")
        try:
            return self._descriptor[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getattr__(self, name):
        field = self._field(name)
        if isinstance(field, int):
            scalar = _Scalar(field)
            return scalar.load(self._address + scalar.offset, self._order())
        if not isinstance(field, tuple):
            raise _bad_descriptor()
        kind, offset = _aggregate(field)
        address = self._address + offset
        if kind == 0:
            return struct(address, field[1], self._layout)
        if kind == 2 and len(field) == 2 and field[1] >> 27 & 15 == UINT8:
            return _View(address, field[1] & 0x7FFFFFF)
        return struct(address, field, self._layout)

    def __setattr__(self, name, value):
        field = self._field(name)
        if not isinstance(field, int):
            raise TypeError("Cannot assign to aggregate")
        scalar = _Scalar(field)
        scalar.store(self._address + scalar.offset, self._order(), value)

    def _item(self, index):
        """(descriptor, address) of an item of an array or of what a pointer points at."""
        kind = _aggregate(self._descriptor)[0] if isinstance(self._descriptor, tuple) else 0
        if kind == 0:
            raise TypeError("struct: can't index")
        if kind == 1:
            item, start = self._descriptor[1], int(self)
        else:
            count = self._descriptor[1] & 0x7FFFFFF if len(self._descriptor) == 2 else self._descriptor[1]
            if not 0 <= index < count:
                raise IndexError("struct: index out of range")
            item, start = self._descriptor[-1], self._address
        if isinstance(item, int):
            item &= ~0x7FFFFFF
        return item, start + index * _size(item, self._layout)

    def __getitem__(self, index):
        item, address = self._item(index)
        if isinstance(item, int):
            return _Scalar(item).load(address, self._order())
        return struct(address, item, self._layout)

    def __setitem__(self, index, value):
        item, address = self._item(index)
        if not isinstance(item, int):
            raise TypeError("struct: cannot set")
        _Scalar(item).store(address, self._order(), value)

    def __delitem__(self, index):
        raise TypeError("'struct' object doesn't support item deletion")

    def __int__(self):
        if not isinstance(self._descriptor, tuple) or _aggregate(self._descriptor)[0] != 1:
            raise TypeError("can't convert struct to int")
        return int.from_bytes(_memory(self._address, _POINTER_BYTES), self._order())

    def __bytes__(self):
        return bytes_at(self._address, sizeof(self))

    def __iter__(self):
        return iter(bytes(self))

    def __repr__(self):
        kind = "STRUCT" if isinstance(self._descriptor, dict) else "ERROR"
        if isinstance(self._descriptor, tuple):
            kind = ("STRUCT", "PTR", "ARRAY", "ERROR")[_aggregate(self._descriptor)[0]]
        return "<struct %s %x>" % (kind, self._address)
