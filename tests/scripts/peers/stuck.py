"""A peer that never begins."""

import utime


class Peer:
    def __init__(self):
        utime.sleep(1000)
