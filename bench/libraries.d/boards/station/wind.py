"""An ultrasonic wind sensor: a line a second with direction and speed."""
import osTimer


class Peer:
    def __init__(self):
        self.timer = osTimer()
        self.timer.start(1000, 1, lambda _: send(b"Q,123,004.5,M,00"))
