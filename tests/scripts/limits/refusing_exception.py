class Kind(type):
    @property
    def __name__(self): raise ValueError('name')
class Odd(Exception, metaclass=Kind):
    def __str__(self): raise KeyError('str')
    def __getattribute__(self, name): raise TypeError(name)
raise Odd('x')
