class Odd(AttributeError):
    hint = 5

    def __getattr__(self, name):
        raise SystemExit(3)


raise Odd("module 'log' has no attribute 'info'")
