import usocket
s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
s.connect(usocket.getaddrinfo('h', 1000)[0][-1])
print(s.send(b'hello'), s.recv(0))
print(s.readline(), s.readline())
print(s.read())
try:
    s.recv(1)
except OSError as e:
    print(e.args[0])
s.close()
print(s.getsocketsta())
