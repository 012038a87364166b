"""uerrno (errno) - the numbers in OSError, and their names: facts.md 11.42."""


class _Fixed(dict):
    """A dictionary that lies in the firmware's read-only memory."""

    def __repr__(self):
        return repr(dict(self))

    def _refuse(self, *arguments, **keywords):
        raise TypeError("'dict' object is read-only")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse


_Fixed.__name__ = _Fixed.__qualname__ = "dict"

errorcode = {
    1: "EPERM",
    2: "ENOENT",
    5: "EIO",
    9: "EBADF",
    11: "EAGAIN",
    12: "ENOMEM",
    13: "EACCES",
    16: "EBUSY",
    17: "EEXIST",
    19: "ENODEV",
    20: "ENOTDIR",
    21: "EISDIR",
    22: "EINVAL",
    28: "ENOSPC",
    32: "EPIPE",
    39: "ENOTEMPTY",
    98: "EADDRINUSE",
    103: "ECONNABORTED",
    104: "ECONNRESET",
    105: "ENOBUFS",
    106: "EISCONN",
    107: "ENOTCONN",
    110: "ETIMEDOUT",
    111: "ECONNREFUSED",
    113: "EHOSTUNREACH",
    114: "EALREADY",
    115: "EINPROGRESS",
}

for _code, _name in errorcode.items():
    globals()[_name] = _code

errorcode = _Fixed(errorcode)
