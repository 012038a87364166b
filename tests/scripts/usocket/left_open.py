# Leaves every second of COUNT sockets open.
import usocket
for i in range(COUNT):
    s = usocket.socket()
    s.connect(('h', 1000))
    if i % 2:
        s.close()
