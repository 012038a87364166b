class P:
    def __getattr__(self, n): raise AttributeError(n)
P().foo
