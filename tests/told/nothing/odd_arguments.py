raise ImportError(5, [1], name=object())
