import builtins
for name in dir(builtins):
    if name not in ('builtins', 'setattr'):
        setattr(builtins, name, None)
1/0
