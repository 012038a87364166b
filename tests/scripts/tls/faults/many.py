import usocket, ussl
a = usocket.getaddrinfo(HOST, 7)[0][-1]
n = 0
for i in range(COUNT):
    s = usocket.socket()
    s.connect(a)
    w = ussl.wrap_socket(s, server_hostname=HOST)
    w.write(b'x')
    n += len(w.read(1))
    w.close()
print(n)
