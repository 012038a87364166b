# Waits in a way that is named by WAIT, a line that comes before this.
WAITS = {'accept': lambda: s.accept(), 'recv': lambda: c.recv(1), 'poll': lambda: p.poll()}
import usocket, uselect
s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM, usocket.IPPROTO_TCP_SER)
s.bind(('', 0))
s.listen(1)
c = usocket.socket()
c.connect(('h', 1000))
p = uselect.poll()
p.register(c, uselect.POLLIN)
print('waiting')
try:
    WAITS[WAIT]()
except KeyboardInterrupt:
    print('interrupted')
