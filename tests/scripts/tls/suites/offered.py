import usocket, ussl
s = usocket.socket()
s.connect(('127.0.0.1', PORT))
try:
    ussl.wrap_socket(s, server_hostname='some.host')
except OSError as e:
    print(e.args)
