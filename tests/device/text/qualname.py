# An object knows the name of its class (py/compile.c); recorded from MicroPython 1.13.
class A:
    pass
class B(A):
    class C:
        pass
print(A().__qualname__, B().__qualname__, B.C().__qualname__, A.__qualname__, B.C.__qualname__, A.__name__, type(A()).__name__)
class D:
    def __init__(self): self.__qualname__ = 'x'
print(D().__qualname__)
class E:
    def __getattr__(self, n): return n
print(E().__qualname__, E().z)
try:
    print(A().__name__)
except AttributeError as e: print(e)
