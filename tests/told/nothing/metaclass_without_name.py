class M(type):
    @property
    def __name__(cls): raise ValueError
class A(metaclass=M):
    def __dir__(self): raise ValueError
A().fo
