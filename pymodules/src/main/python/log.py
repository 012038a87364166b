"""log - leveled logging on the device's console.

One line a call, ``LEVEL:name:message``. Documentation: "log - 日志"; the firmware's line format: facts.md section 1.
"""

import usys as _sys

CRITICAL = 50
ERROR = 40
WARNING = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_LEVEL_NAMES = {CRITICAL: "CRIT", ERROR: "ERROR", WARNING: "WARN", INFO: "INFO", DEBUG: "DEBUG"}

_level = INFO
_stream = _sys.stderr
_loggers = {}


class _Record:
    """What a handler's ``emit`` gets: levelname (short text), levelno, name and message."""

    def __init__(self):
        self.__dict__.clear()


class Logger:
    """A named source of log lines. ``level`` 0 follows ``basicConfig``."""

    level = NOTSET
    handlers = []
    record = _Record()

    def __init__(self, name):
        self.name = name

    def setLevel(self, level):
        """Shows only messages of this level and above, whatever basicConfig says. 0: as basicConfig says."""
        self.level = level

    def isEnabledFor(self, level):
        """Whether a message of this level would be shown."""
        return level >= (self.level or _level)

    def log(self, level, msg, *args):
        """Logs a message; with arguments, ``msg % args``."""
        if not self.isEnabledFor(level):
            return
        if args:
            msg = msg % args
        level_name = _LEVEL_NAMES.get(level, "LVL%s" % level)
        if not self.handlers:
            print(level_name, self.name, msg, sep=":", file=_stream)
            return
        self.record.levelname = level_name
        self.record.levelno = level
        self.record.name = self.name
        self.record.message = msg
        for handler in self.handlers:
            handler.emit(self.record)

    def debug(self, msg, *args):
        """Logs at DEBUG, 10."""
        self.log(DEBUG, msg, *args)

    def info(self, msg, *args):
        """Logs at INFO, 20."""
        self.log(INFO, msg, *args)

    def warning(self, msg, *args):
        """Logs at WARNING, 30."""
        self.log(WARNING, msg, *args)

    def error(self, msg, *args):
        """Logs at ERROR, 40."""
        self.log(ERROR, msg, *args)

    def critical(self, msg, *args):
        """Logs at CRITICAL, 50."""
        self.log(CRITICAL, msg, *args)


def getLogger(name="root"):
    """getLogger(name) -> the logger of that name, the same object each time."""
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


def basicConfig(level=INFO, filename=None, stream=None, format=None):
    """Sets the level of every logger that has none of its own, and the stream if one is given. Each call counts."""
    global _level, _stream
    _level = level
    if stream is not None:
        _stream = stream
    if filename is not None:
        print("logging.basicConfig: filename arg is not supported")
    if format is not None:
        print("logging.basicConfig: format arg is not supported")


def set_output(out):
    """Sends the lines to usys.stdout, usys.stderr or a machine.UART from now on. Exception for anything else."""
    global _stream
    if not hasattr(out, "write"):
        raise Exception("set_output arg must be an extends of machine.UART, usys.stdout or usys.stderr")
    _stream = out


# The documentation's headings read log.info(tag, msg): the tag is the logger's name.


def debug(tag, msg, *args):
    """debug(tag, msg): a DEBUG line of the logger ``tag``."""
    getLogger(tag).debug(msg, *args)


def info(tag, msg, *args):
    """info(tag, msg): an INFO line of the logger ``tag``."""
    getLogger(tag).info(msg, *args)


def warning(tag, msg, *args):
    """warning(tag, msg): a WARNING line of the logger ``tag``."""
    getLogger(tag).warning(msg, *args)


def error(tag, msg, *args):
    """error(tag, msg): an ERROR line of the logger ``tag``."""
    getLogger(tag).error(msg, *args)


def critical(tag, msg, *args):
    """critical(tag, msg): a CRITICAL line of the logger ``tag``."""
    getLogger(tag).critical(msg, *args)
