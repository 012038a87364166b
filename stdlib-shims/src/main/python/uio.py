"""uio (io) - streams."""

from _io import BytesIO, FileIO, StringIO, TextIOWrapper

open = open


class IOBase:
    """The base of streams that a script makes."""
