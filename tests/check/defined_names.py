# Names that come from somewhere else than an assignment; nothing here is to be found.
import builtins
import micropython
import usys

LIMIT = const(3)
builtins.everywhere = 1


def make():
    global made_there

    def inner():
        global made_deeper
        made_deeper = 2

    inner()
    made_there = 1
    return everywhere


def outer():
    n = 0

    def step():
        nonlocal n, later
        n += 1
        later = 3

    later = 2
    step()
    return n, later


def annotated(value: Unknown, *rest: "Text") -> Other:
    kept: Unknown = value
    return kept, rest


@micropython.native
def quick(a):
    return a


@micropython.viper
def raw(a: ptr8) -> uint:
    b = ptr16(a)
    return uint(b[0])


@micropython.asm_thumb
def add(r0, r1):
    add(r0, r0, r1)
    label(END)


class Board:
    pins = 3
    names = [pins * i for i in range(3)]
    pairs = {a: b for a in range(pins) for b in range(a)}
    twice = lambda each: each * 2

    def __init__(self, most=pins):
        self.most = most

    class Inner:
        depth = 1
        deeper = depth + 1


try:
    text = unicode
except NameError:
    text = str

try:
    from typing import TYPE_CHECKING
except ImportError:
    TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

try:
    micropython.mem_info
except AttributeError:
    pass

if usys.platform == "linux":
    serial_port(1)
if 0:
    never()

found = [y for x in ([1], [2]) for y in x if (last := y)]
for at, (left, *right) in enumerate([(1, 2), (3, 4)]):
    pass
with open("/usr/a.txt") as file, open("/usr/b.txt") as (other):
    print(file, other)
del file
(first, second), third = (1, 2), 3
print(made_there, made_deeper, last, at, left, right, first, second, third, __name__, __file__, found, text, annotated)
print(Board, make, outer, quick, raw, add, LIMIT, NotImplemented, Ellipsis)
