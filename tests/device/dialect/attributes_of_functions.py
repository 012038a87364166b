# What CPython has and a module does not: a value of the wrong kind is a TypeError, and others may be set.
def tried(call, *arguments):
    try:
        call(*arguments)
        print("set")
    except TypeError as e:
        print(e)


def first():
    return 1


def second(*, n=2):
    return n


for value in (5, None, "code", first):
    tried(setattr, first, "__code__", value)
tried(setattr, first, "__code__", (lambda: 3).__code__)
print(first())
for value in (5, [("n", 3)], None):
    tried(setattr, second, "__kwdefaults__", value)
second.__kwdefaults__ = {"n": 4}
print(second(), second.__kwdefaults__)
for value in (5, "traceback", ValueError("x"), None):
    tried(ValueError("x").with_traceback, value)
try:
    1 / 0
except ZeroDivisionError as e:
    print(repr(ValueError("y").with_traceback(e.__traceback__)))
