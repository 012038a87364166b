s = open_socket()
s.close()
for what in (s, object(), usocket.socket()):
    try:
        ussl.wrap_socket(what)
    except OSError as e:
        print(e.args[0])
