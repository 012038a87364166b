"""A class without a method."""


class Peer:
    pass
