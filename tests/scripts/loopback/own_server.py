import usocket
server = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
server.bind(('0.0.0.0', OWN))
server.listen(1)
for host in ('127.0.0.1', '10.91.44.177'):
    s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
    s.connect((host, OWN))
    peer = server.accept()[0]
    peer.send(b'hello')
    print(s.recv(5))
    s.close()
    peer.close()
server.close()
