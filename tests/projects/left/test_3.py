import builtins

def test_builtins():
    builtins.print = None
    builtins.added = 1
