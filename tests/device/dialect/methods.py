# Methods that CPython and its relatives have otherwise.
import io


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__)


for number, length in ((0x7F, 1), (0x80, 1), (-0x80, 1), (-0x81, 1), (0xFFFF, 2), (-1, 3), (2**64, 8)):
    attempt(lambda: number.to_bytes(length, "big", signed=True))
numbers = set(range(5))
print(numbers.pop() == 0, sorted(numbers), set([1]).pop())
attempt(set().pop)
attempt(lambda: hash({}.keys()))
attempt(lambda: hash({}.items()))
text = b"abc"
print(id(text.strip()) == id(text), b" a ".strip())
print(OSError(5).errno, OSError(5, "x").errno)
stream = io.BytesIO(b"abcdef")
buffer = bytearray(4)
print(stream.readinto(buffer, 2), buffer)
print(repr(io.StringIO())[:12])
print(compile("\\\n", "text", "exec") is not None)
try:
    compile("\\\n", "text", "eval")
except SyntaxError:
    print("SyntaxError")


class Names:
    visible = 1
    _hidden = 2


import sys

sys.modules["names"] = Names
from names import *

print(visible, "_hidden" in globals())
try:
    sys.anything = 1
except AttributeError:
    print("AttributeError")
