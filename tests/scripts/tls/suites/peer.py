import usocket, ussl
data = bytes(range(256)) * 400
for i in range(COUNT):
    s = usocket.socket()
    s.settimeout(20)
    s.connect(('127.0.0.1', PORT))
    w = ussl.wrap_socket(s)
    w.write(data)
    print(w.cipher()[0], w.read(len(data)) == data)
    w.close()
