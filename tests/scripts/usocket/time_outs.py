import usocket, uselect
s = usocket.socket()
s.connect(('h', 1000))
def number(f):
    try:
        return f()
    except OSError as e:
        return e.args[0]
s.settimeout(0.1)
print(number(lambda: s.recv(1)))
s.setblocking(False)
print(number(lambda: s.recv(1)))
print(s.read(1))
p = uselect.poll()
p.register(s, uselect.POLLIN)
print(p.poll(10))
p.modify(s, uselect.POLLIN | uselect.POLLOUT)
print([(o is s, e) for o, e in p.poll(1000)])
s.send(b'\x01')
p.modify(s, uselect.POLLIN)
print([(o is s, e & 1 == 1) for o, e in p.poll(10000)])
