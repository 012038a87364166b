import usocket
def number(f, *a):
    try:
        return f(*a)
    except OSError as e:
        return e.args[0]
print(number(usocket.socket().connect, ('127.0.0.1', PORT)))
print(number(usocket.getaddrinfo, 'no.such.host.invalid', 80))
s = usocket.socket()
s.close()
print(number(s.send, b'x'))
