"""uarray (array) - sequences of numbers of one kind, as MicroPython has them on a processor of 32 bits."""

import array as _array

_LONG = {"l": "i", "L": "I"}  # 4 bytes on the module, 8 in GraalPy
_BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}


class _Absent:
    """An attribute that CPython's arrays have and MicroPython's have not."""

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, array, owner=None):
        raise AttributeError("'array' object has no attribute '%s'" % self._name)


class array(_array.array):
    """array(typecode[, items]): items are numbers, or bytes as they lie in memory. Numbers that do not fit are cut off."""

    def __new__(cls, typecode, items=()):
        if typecode not in _BITS and typecode not in ("f", "d"):
            raise ValueError("bad typecode")
        made = _array.array.__new__(cls, _LONG.get(typecode, typecode))
        made._code = typecode
        if isinstance(items, (bytes, bytearray)):
            size = _array.array.itemsize.__get__(made)
            _array.array.frombytes(made, items[: len(items) // size * size])
        elif isinstance(items, _array.array):
            for item in items:
                made.append(item)
        else:
            made.extend(items)
        return made

    def __init__(self, typecode, items=()):
        pass

    def _cut(self, value):
        bits = _BITS[self._code]
        value &= (1 << bits) - 1
        return value - (1 << bits) if self._code.islower() and value >> (bits - 1) else value

    def append(self, value):
        """append(value): at the end."""
        try:
            _array.array.append(self, value)
        except OverflowError:
            _array.array.append(self, self._cut(value))

    def extend(self, items):
        """extend(items): appends each of them; an array's bytes are taken as they are."""
        if isinstance(items, _array.array):
            _array.array.frombytes(self, items.tobytes() if type(items) is _array.array else bytes(memoryview(items)))
            return
        for item in items:
            self.append(item)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, _array.array):
                raise TypeError("array/bytes required on right side")
            if index.step not in (None, 1):
                raise NotImplementedError("only slices with step=1 (aka None) are supported")
            _array.array.__setitem__(self, index, value)
            return
        try:
            _array.array.__setitem__(self, index, value)
        except OverflowError:
            _array.array.__setitem__(self, index, self._cut(value))

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return _array.array.__getitem__(self, index)
        if index.step not in (None, 1):
            raise NotImplementedError("only slices with step=1 (aka None) are supported")
        return array(self._code, bytes(memoryview(self)[index]))

    def __delitem__(self, index):
        raise TypeError("'array' object doesn't support item deletion")

    def __add__(self, other):
        total = array(self._code, self)
        total.extend(other if isinstance(other, _array.array) else array(self._code, bytes(memoryview(other))))
        return total

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        raise TypeError("unsupported types for __mul__: 'array', '%s'" % type(times).__name__)

    __imul__ = __rmul__ = __mul__

    def __eq__(self, other):
        if isinstance(other, (bytes, bytearray, memoryview)):
            return self._code == "B" and bytes(memoryview(self)) == other
        return _array.array.__eq__(self, other)

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __repr__(self):
        items = list(self)
        return "array('%s', %r)" % (self._code, items) if items else "array('%s')" % self._code

    def decode(self, encoding="utf-8"):
        """decode([encoding]) -> str, of an array of bytes"""
        return bytes(memoryview(self)).decode()

    buffer_info = byteswap = count = frombytes = fromfile = fromlist = fromunicode = index = insert = itemsize = pop = _Absent()
    remove = reverse = tobytes = tofile = tolist = tounicode = typecode = _Absent()
