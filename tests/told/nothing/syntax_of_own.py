raise SyntaxError("odd", ("main.py", -5, None, 7))
