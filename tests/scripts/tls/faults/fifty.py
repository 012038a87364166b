import usocket, ussl
a = usocket.getaddrinfo(HOST, 7)[0][-1]
all = []
for i in range(50):
    s = usocket.socket()
    s.connect(a)
    all.append(ussl.wrap_socket(s, server_hostname=HOST))
for w in all:
    w.write(b'x')
print(sum(len(w.read(1)) for w in all))
for w in all:
    w.close()
