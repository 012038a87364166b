import utime
state = 5
def arrived(topic, msg):
    global state
    state -= 1
