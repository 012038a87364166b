# What GraalPy 25.0.2 fails in, with exceptions of Java's, a script sees as an exception of Python's that it can catch.
class Nameless(type):
    @property
    def __name__(self):
        raise ValueError("name")


class Odd(Exception, metaclass=Nameless):
    def __str__(self):
        raise KeyError("str")


def seen(label, call):
    try:
        print(label, "gave", type(call()).__name__)
    except Exception as e:
        words = str(e) + repr(e)
        print(label, "raised", "JAVA " + words if "java" in words or "stack" in words or "@" in words else "an exception")


seen("with_traceback", lambda: ValueError("x").with_traceback(5))
seen("a billion digits", lambda: "%.1000000000f" % 1.5)
seen("as many with format", lambda: "{:.1000000000f}".format(1.5))
seen("a wide number", lambda: "%1000000000d" % 1)
seen("a wide text", lambda: "abc".center(2**31 - 1))
seen("a large text", lambda: "x" * 10**9)
seen("larger bytes", lambda: b"x" * 10**10)
try:
    raise Odd("odd")
except Exception as e:
    print("caught")
