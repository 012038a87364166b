def f(n):
    return f(n + 1)
class A:
    def __repr__(self):
        return repr(self)
for call in (lambda: f(0), lambda: repr(A()), lambda: eval('-' * 50000 + '1')):
    try:
        call()
    except RuntimeError as e:
        print('RuntimeError')
f(0)
