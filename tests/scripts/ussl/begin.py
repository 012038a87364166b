# What the scripts of this folder begin with.
import usocket, ussl, uselect
def open_socket(port=7):
    s = usocket.socket()
    s.settimeout(10)
    s.connect(('h', port))
    return s
