"""A motor: a rising edge of GPIO21 is a step, which takes 5 ms; GPIO22 is high when it has come home, each third step."""

import _thread
import utime


class Peer:
    def __init__(self):
        self.place = 0
        drive("GPIO22", 1)
        _thread.start_new_thread(self.brake, ())

    def brake(self):
        utime.sleep(60)
        drive(22, None)

    def level_changed(self, pin, level):
        if pin == 21 and level:
            utime.sleep_ms(5)
            self.place = (self.place + 1) % 3
            drive(22, self.place == 0)
