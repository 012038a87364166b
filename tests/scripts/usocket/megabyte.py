import usocket
s = usocket.socket()
s.connect(('h', 1000))
print(s.write(bytes(1 << 20)), s.read())
