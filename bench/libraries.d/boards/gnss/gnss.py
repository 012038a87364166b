"""A GNSS receiver: a sentence of NMEA each second."""
import osTimer


class Peer:
    def __init__(self):
        self.timer = osTimer()
        self.timer.start(1000, 1, lambda _: send(b"$GNRMC,083559.00,A,3150.7820,N,11711.9298,E,0.004,77.52,091202,,,A*57\r\n"))
