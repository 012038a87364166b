# Methods that CPython and its relatives have otherwise.
import io


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__)


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


import sys

try:
    sys.anything = 1
except AttributeError:
    print("AttributeError")
