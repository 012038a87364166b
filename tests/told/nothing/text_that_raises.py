class E(ImportError):
    def __str__(self): raise SystemExit(5)
    @property
    def hint(self): raise KeyboardInterrupt
raise E("x")
