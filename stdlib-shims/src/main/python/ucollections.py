"""ucollections (collections) - OrderedDict, deque and namedtuple, as MicroPython has them."""

import _collections


class OrderedDict(dict):
    """OrderedDict(...) -> a dict that keeps the order in which its keys came."""

    def __repr__(self):
        return "OrderedDict(%s)" % dict.__repr__(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None


class deque:
    """deque(iterable, maxlen[, flags]): when full, append() drops the oldest item; with flags 1, it is an IndexError."""

    def __init__(self, iterable, maxlen, flags=0):
        self._items = _collections.deque(iterable, maxlen)
        self._refuses = bool(flags & 1)

    def _check_room(self):
        if self._refuses and len(self._items) == self._items.maxlen:
            raise IndexError("full")

    def _check_any(self):
        if not self._items:
            raise IndexError("empty")

    def append(self, item):
        """append(item): at the end."""
        self._check_room()
        self._items.append(item)

    def appendleft(self, item):
        """appendleft(item): at the beginning."""
        self._check_room()
        self._items.appendleft(item)

    def popleft(self):
        """popleft() -> the first item. IndexError when there is none."""
        self._check_any()
        return self._items.popleft()

    def pop(self):
        """pop() -> the last item. IndexError when there is none."""
        self._check_any()
        return self._items.pop()

    def extend(self, iterable):
        """extend(iterable): appends each of its items."""
        for item in iterable:
            self.append(item)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, index):
        return self._items[self._checked(index)]

    def __setitem__(self, index, value):
        self._items[self._checked(index)] = value

    def __delitem__(self, index):
        raise TypeError("'deque' object doesn't support item deletion")

    def _checked(self, index):
        if not isinstance(index, int):
            raise TypeError("deque indices must be integers, not %s" % type(index).__name__)
        return index


class _NamedTuple(tuple):
    _fields = ()

    def __new__(cls, *values, **named):
        if len(values) + len(named) != len(cls._fields):
            raise TypeError(
                "function takes %d positional arguments but %d were given"
                % (len(cls._fields), len(values) + len(named))
            )
        try:
            rest = [named.pop(field) for field in cls._fields[len(values) :]]
        except KeyError:
            raise TypeError("unexpected keyword argument '%s'" % next(iter(named))) from None
        return tuple.__new__(cls, values + tuple(rest))

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(map("%s=%r".__mod__, zip(self._fields, self))))

    def _asdict(self):
        return OrderedDict(zip(self._fields, self))


def namedtuple(name, fields):
    """namedtuple(name, fields) -> a class of tuples whose items have names; fields is a sequence, or words in a str."""
    fields = tuple(fields.split()) if isinstance(fields, str) else tuple(fields)
    members = {field: property(lambda self, index=index: self[index]) for index, field in enumerate(fields)}
    return type(name, (_NamedTuple,), {**members, "_fields": fields, "__slots__": ()})
