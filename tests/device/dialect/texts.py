# What the interpreter says of its own exceptions, where they are caught by name.
def f(a, b):
    pass


class A:
    def m(self, a):
        pass


CODES = (
    "f(1, 2, c=3)",
    "f(1, a=2, b=1)",
    "nope",
    "[].nope",
    "[1][5]",
    "{}['a']",
    "{}[5]",
    "1 + 'a'",
    "'a' + 1",
    "[] + ()",
    "1 - None",
    "[] < 1",
    "'a' < 1",
    "-'a'",
    "abs('a')",
    "sum('a')",
    "1 / 0",
    "1 // 0",
    "1 % 0",
    "None.x",
    "hash([])",
    "[1]['a']",
    "a, b = 1",
    "a, b = 1, 2, 3",
    "for i in 5: pass",
    "5()",
    "'%d' % 'a'",
    "'%s' % (1, 2)",
    "'%s %s' % 1",
    "{}.popitem()",
    "''.join([1])",
    "b''.join(['a'])",
    "bytes([256])",
    "int('1', 99)",
    "'a'.index('b')",
    "[].index(1)",
    "[].remove(1)",
    "range(1, 2, 0)",
    "max([])",
    "float('x')",
    "complex('x')",
    "'abc'[10]",
    "'{}'.format()",
    "'{a}'.format()",
    "'{:d}'.format('a')",
    "memoryview(1)",
    "from sys import nope",
    "raise ValueError('cannot unpack: a text of its own')",
    "raise OSError(2)",
)
for code in CODES:
    try:
        exec(code)
        print(code, "->", "nothing")
    except (LookupError, OSError) as e:
        print(code, "->", e)
    except Exception as e:
        print(code, "->", type(e).__name__, e, e.args)

try:
    try:
        1 / 0
    except ValueError as e:
        print("not this one")
    finally:
        print("finally")
except (
    ZeroDivisionError,
    KeyError,
) as e:
    print(e)

try: {}["one line"]
except KeyError as e: print(e)

try:
    raise TypeError(1)
except TypeError as er:
    print(er.value)
