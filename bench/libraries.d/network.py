"""What mqtt_as asks of a board's network module: a station that is always connected."""
STA_IF = 0


class WLAN:
    def __init__(self, interface):
        pass

    def active(self, on=True):
        return True

    def connect(self, *ignored):
        pass

    def disconnect(self):
        pass

    def isconnected(self):
        return True

    def status(self, *ignored):
        return 3
