"""uio (io) - streams."""

from _io import BytesIO, FileIO, StringIO, TextIOWrapper

open = open
