# A peer that never comes back.
import utime


class Peer:
    def received(self, data):
        while True:
            utime.sleep(1)
