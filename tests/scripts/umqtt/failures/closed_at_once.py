try:
    c.connect()
except OSError as e:
    print(e.args[0] in (104, 107))
