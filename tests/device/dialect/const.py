# const() is worked out when the script is compiled: a name with an underscore is no variable at all.
from micropython import const

WIDTH = const(12)
_HEIGHT = const(WIDTH * 2 + 1)
_NAMES = const(("a", b"b", None))


def area():
    return WIDTH * _HEIGHT


print(WIDTH, _HEIGHT, _NAMES, area())
print("WIDTH" in globals(), "_HEIGHT" in globals())
for text in ("x = const(y)", "A = const(1)\nA = const(2)", "B = const(1 // 0)"):
    try:
        exec(text)
        print("accepted")
    except SyntaxError:
        print("SyntaxError")
