import usocket, utime
import _thread
s = usocket.socket()
s.connect(('h', 1000))
def close():
    utime.sleep_ms(200)
    s.close()
_thread.start_new_thread(close, ())
try:
    s.recv(1)
except OSError as e:
    print(e.args[0])
