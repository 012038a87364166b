"""uarray (array) - sequences of numbers of one kind, as MicroPython has them on a processor of 32 bits."""

import array as _array

_STORED = {"l": "i", "L": "I", "P": "I", "S": "I", "O": "I"}  # 4 bytes on the module; l and L are 8 in GraalPy
_BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "P": 32, "S": 32, "O": 32, "q": 64, "Q": 64}

_RANGE = {code: (0, (1 << bits) - 1) if code.isupper() else (-1 << bits - 1, (1 << bits - 1) - 1) for code, bits in _BITS.items()}


class _Absent:
    """An attribute that CPython's arrays have and MicroPython's have not."""

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, array, owner=None):
        raise AttributeError("'array' object has no attribute '%s'" % self._name)


def _code_of(values):
    if isinstance(values, (bytes, bytearray)):
        return "B"
    return getattr(values, "_code", None) or (values.format if isinstance(values, memoryview) else values.typecode)


class array(_array.array):
    """array(typecode[, items]): items are numbers, or bytes as they lie in memory. Numbers that do not fit are cut off."""

    def __new__(cls, typecode, items=()):
        if not isinstance(typecode, (str, bytes)):
            raise TypeError("can't convert '%s' object to str implicitly" % type(typecode).__name__)
        if typecode == "O" and cls is array:
            cls = _Objects
        elif typecode not in _BITS and typecode not in ("f", "d"):
            raise ValueError("bad typecode")
        made = _array.array.__new__(cls, _STORED.get(typecode, typecode))
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

    def _fitting(self, value):
        """GraalPy 25.0.2 stores 0 for a number that does not fit in some arrays, and raises in others."""
        if isinstance(value, int) and self._code in _RANGE:
            low, high = _RANGE[self._code]
            return value if low <= value <= high else self._cut(value)
        return value

    def append(self, value):
        """append(value): at the end."""
        _array.array.append(self, self._fitting(value))

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
        _array.array.__setitem__(self, index, self._fitting(value))

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

    def __contains__(self, item):
        if isinstance(item, (int, float)):
            raise NotImplementedError
        return False

    def __eq__(self, other):
        if not isinstance(other, _array.array):
            return False
        return bytes.__eq__(*self._bytes_like(other))

    def _bytes_like(self, other, ordered=False):
        """This array's bytes, where MicroPython can compare them to the other's; and the other's."""
        mine, its = self._code, _code_of(other)
        if mine.lower() != its.lower() or mine in "fd" or ordered and mine.islower() and its.islower():
            raise NotImplementedError
        return bytes(memoryview(self)), bytes(memoryview(other))

    def _order(name):
        compare = getattr(bytes, name)

        def ordered(self, other):
            if not isinstance(other, (_array.array, bytes, bytearray, memoryview)):
                return NotImplemented
            return compare(*self._bytes_like(other, True))

        return ordered

    __lt__, __le__, __gt__, __ge__ = _order("__lt__"), _order("__le__"), _order("__gt__"), _order("__ge__")
    del _order

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


class _Objects(array):
    """array('O'): any objects, each for an address."""

    def _address(self, item):
        held = self.__dict__.setdefault("_held", {})
        address = id(item) & 0xFFFFFFFF
        held[address] = item
        return address

    def append(self, item):
        super().append(self._address(item))

    def __setitem__(self, index, value):
        super().__setitem__(index, value if isinstance(index, slice) else self._address(value))

    def __getitem__(self, index):
        found = super().__getitem__(index)
        if not isinstance(index, slice):
            return self._held[found]
        found._held = self._held
        return found

    def __iter__(self):
        return iter([self._held[each] for each in super().__iter__()])


_Objects.__name__ = _Objects.__qualname__ = "array"
