s = open_socket()
w = ussl.wrap_socket(s)
s.settimeout(0.2)
try:
    w.read(1)
except OSError as e:
    print(e.args[0])
