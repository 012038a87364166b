# Names that begin with two underscores, which MicroPython does not give the class's name.
class A:
    __count = 3

    def __init__(self):
        self.__v = 1

    def __secret(self, a, b=2):
        return "secret", a, b

    def call(self):
        return self.__secret(1)

    class __Inner:
        __x = 4


class B(A):
    def get(self):
        return self.__v, self.__count

    def call(self):
        return super().call(), super().__secret(3)


b = B()
print(b.get(), b.__v, hasattr(b, "__v"), hasattr(b, "_A__v"), b.call(), A.__Inner.__x, A, type(b))
setattr(b, "__%s" % "made", 5)
print(b.__made)


def make():
    class Local(A):
        def f(self):
            return self.__v

    return Local


print(make()().f(), make())
print(sorted([n for n in dir(A) if not n.endswith("__")]))
try:
    b.__missing
except AttributeError as e:
    print(e)
try:
    print(___)
except NameError as e:
    print(e)
