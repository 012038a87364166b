"""A terminal at a DTU's serial port. It sends a line every two seconds, and tells what comes back."""
import osTimer


class Peer:
    def __init__(self):
        self.number = 0
        self.timer = osTimer()
        self.timer.start(2000, 1, self.report)

    def report(self, _):
        self.number += 1
        send(b"reading %d\n" % self.number)

    def received(self, data):
        print("gets", data)
