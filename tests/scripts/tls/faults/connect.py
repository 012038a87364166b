# Lines before this have HOST, TIMEOUT in seconds, and OWN, the certificate and key to show.
import usocket, ussl
s = usocket.socket()
s.settimeout(TIMEOUT)
s.connect(usocket.getaddrinfo(HOST, 7)[0][-1])
try:
    w = ussl.wrap_socket(s, server_hostname=HOST, **OWN)
    w.write(b'hello')
    print(w.read(5))
    w.close()
except OSError as e:
    print(e.args)
