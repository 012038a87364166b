"""A meter at UART5: it counts its answers, fails at BAD, and beats each ten seconds."""

import _thread
import utime


class Peer:
    def __init__(self):
        self.buffer = b""
        self.answers = 0
        _thread.start_new_thread(self.beat, ())

    def beat(self):
        while True:
            utime.sleep(10)
            send("beat\n")

    def received(self, data):
        self.buffer += data
        while b"\n" in self.buffer:
            line, self.buffer = self.buffer.split(b"\n", 1)
            if line == b"BAD":
                raise ValueError("a bad request")
            utime.sleep_ms(200)
            self.answers += 1
            send(b"%d %s\n" % (self.answers, line))
