"""Values that a module of MicroPython 1.13 has otherwise, in the interpreter's own operators; each line prints what is different.

Cause: the operators of numbers, text and bytes are GraalPy's. Workaround: as said at each.
"""

import ujson

print(len("温度"), "温度"[:1])  # the module: 6 and a byte, its text is UTF-8; slice at characters that you know
print(isinstance(True, int))  # the module: False; ask for bool first
print(0.1 + 0.2)  # the module: 0.3, at most 16 digits of 64 bits or 7 of 32; use '%.2f'
for make in (
    lambda: b"a" + "b",  # the module: b'ab'; use b"b"
    lambda: b"%s" % "a",  # the module: b'a'; use b"a"
    lambda: bytearray([300]),  # the module: bytearray(b','), the lower byte; use & 0xff
    lambda: (300).to_bytes(1, "big"),  # the module: b','; the same
):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__)
numbers = {"a": 1, "b": 2}
try:
    for name in numbers:  # the module goes on; use list(numbers)
        numbers.pop(name)
except RuntimeError as e:
    print("RuntimeError")


def load():
    exec("level = 5")
    return level  # the module: 5, since its exec() has the globals; give it a dictionary


try:
    print(load())
except NameError as e:
    print(e)
try:
    print(ujson.loads('{"a": 1'))  # the module: {'a': 1}, the outermost object or list may be cut off; look at its keys
except ValueError as e:
    print(e)
