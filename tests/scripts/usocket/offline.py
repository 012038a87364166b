import usocket
try:
    usocket.socket().connect(('127.0.0.1', 1))
except OSError as e:
    print(e.args[0] > 0)
