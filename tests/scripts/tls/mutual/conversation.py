import usocket, ussl
s = usocket.socket()
s.settimeout(20)
s.connect(('127.0.0.1', PORT))
w = ussl.wrap_socket(s, cert=cert, key=key)
w.write('hello\n')
print(w.read(6))
w.close()
