import usocket
s = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
s.settimeout(10)
a = ('127.0.0.1', PORT)
n = s.sendto(b'abc', a)
data, sender = s.recvfrom(100)
print(n, (data, sender == a))
s.connect(a)
print(s.send('de'), s.recv(100))
s.settimeout(0.1)
try:
    s.recv(1)
except OSError as e:
    print(e.args[0])
