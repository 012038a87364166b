import usocket
s = usocket.socket()
s.connect(usocket.getaddrinfo('mine.example', 80)[0][-1])
print('in')
