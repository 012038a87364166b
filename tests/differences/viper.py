"""@micropython.viper's functions are plain Python: numbers do not wrap at 32 bits, and there are no pointers.

Cause: viper is machine code; no firmware has it. Workaround: mask results, index the buffer itself.
"""

import micropython


@micropython.viper
def double(x: int) -> int:
    return x + x


print(double(0x7FFFFFFF))  # MicroPython on 32 bits: -2
print("portable:", double(0x7FFFFFFF) & 0xFFFFFFFF)
