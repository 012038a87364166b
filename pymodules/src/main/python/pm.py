"""pm - the module's sleep. Documentation: facts-board.md B4.1 to B4.10.

What a script waits for wakes the module, so sleep changes nothing that it sees; qpytest.power tells a test how long the module slept.
In power saving mode (PSM) it is as if switched off, and starts again.
"""

_PULLS = (0, 1, 2)
_EDGES = (0, 1, 2)
_FIRST_GENERATION = 2  # of set_psm_time(mode): the BC25 forgets its times


def _number(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def create_wakelock(lock_name, name_size=0, /):
    """create_wakelock(name, len(name)) -> the lock's number, from 1; -1 for an empty name. The length is not looked at."""
    if not isinstance(lock_name, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(lock_name).__name__)
    _number(name_size)
    return _host.create(str(lock_name)) if lock_name else -1


def delete_wakelock(lpm_fd, /):
    """delete_wakelock(number) -> 0; -1 where there is none of this number."""
    return 0 if _host.delete(_number(lpm_fd)) else -1


def wakelock_lock(lpm_fd, /):
    """wakelock_lock(number) -> 0: the module stays awake; -1 where there is none of this number."""
    return 0 if _host.lock(_number(lpm_fd), True) else -1


def wakelock_unlock(lpm_fd, /):
    """wakelock_unlock(number) -> 0: it may sleep, as far as this lock goes; -1 where there is none of this number."""
    return 0 if _host.lock(_number(lpm_fd), False) else -1


def get_wakelock_num():
    """get_wakelock_num() -> how many locks there are, locked or not."""
    return _host.count()


def autosleep(sleep_flag, /):
    """autosleep(1) -> 0: the module sleeps while nothing keeps it awake; autosleep(0) -> 0: it does not. -1 for another flag.

    Awake keep it: a lock that is locked, a USB cable, and a network that it looks for: registered, or its radio is off (B4.3).
    """
    if _number(sleep_flag) not in (0, 1):
        return -1
    _host.setAutomatic(sleep_flag == 1)
    return 0


def set_psm_time(*args):
    """set_psm_time(tau_unit, tau, act_unit, act) -> True, and PSM is on; set_psm_time(0 or 1) -> True, and it is off or on.

    The module is off when it has slept for the active time (act), and starts again when the periodic time (tau) has passed since it fell
    asleep; misc.Power.powerOnReason() is 8 then. Units of tau: 0 10 min, 1 1 h, 2 10 h, 3 2 s, 4 30 s, 5 1 min, 6 320 h, 7 none. Units of
    act: 0 2 s, 1 1 min, 2 6 min, 7 none. False for other units, and for more than 31 of one; 2 is off, and forgets the times. TypeError for another number of arguments.
    """
    values = [_number(each) for each in args]
    if values.__len__() == 4:
        return _host.save(*values)
    if values.__len__() != 1:
        raise TypeError("function expected 1 or 4 arguments, got %d" % values.__len__())
    mode = values[0]
    if mode == _FIRST_GENERATION:
        _host.forgetSaving()
        return True
    if mode not in (0, 1):
        return False
    _host.turnSaving(mode == 1)
    return True


def get_psm_time():
    """get_psm_time() -> [1 on or 0 off, tau_unit, tau, act_unit, act]; units are 7 before any were set (guessed)."""
    return _host.savingTimes()


def get_psm_netinfo():
    """get_psm_netinfo() -> [1 on or 0 off, tau in seconds, act in seconds], as the network grants them: as asked."""
    return _host.savingSeconds()


class WakeUp:
    """WakeUp(WakeUp.WAKEUP2, pull, edge=both) -> a line that wakes the module: an interrupt, off until enable().

    ValueError for another line, pull or edge, and for a line that the module lacks: the EC600E, EC800E and EC800Z have some. The texts for pulls
    and lines are the firmware's, that for edges is guessed.
    """

    WAKEUP0, WAKEUP1, WAKEUP2, WAKEUP3, WAKEUP4, WAKEUP5 = range(6)
    PULL_DISABLE, PULL_PU, PULL_PD = _PULLS
    IRQ_RISING, IRQ_FALLING, IRQ_RISING_FALLING = _EDGES

    def __init__(self, WakeupID, pull, edge=2):
        if _number(WakeupID) not in range(6):
            raise ValueError("invalid wakeup_id")
        if _number(pull) not in _PULLS:
            raise ValueError("invalid wakeup_pullmode")
        if _number(edge) not in _EDGES:
            raise ValueError("invalid wakeup_edge")
        self._line = _host.wakeUp(int(WakeupID))
        if self._line is None:
            raise ValueError("WAKEUP(%d) does not exist" % WakeupID)
        self._told = None
        self._line.prepare(int(edge), int(pull), self._tell)

    def _tell(self, level):
        if self._told is not None:
            self._told(level)

    def set_callback(self, fun):
        """set_callback(fun) -> 0: fun(level) at each edge, 0 or 1, while it is enabled. TypeError for what is no function."""
        if not callable(fun):
            raise TypeError("'%s' object isn't callable" % type(fun).__name__)
        self._told = fun
        return 0

    def enable(self):
        """enable() -> 0: edges are told."""
        self._line.enable()
        return 0

    def disable(self):
        """disable() -> 0: they are not, until enable()."""
        self._line.disable()
        return 0

    def read(self):
        """read() -> the line's level, 0 or 1."""
        return self._line.level()

    def deinit(self):
        """deinit() -> 0: as disable(), and the function is forgotten."""
        self._told = None
        return self.disable()


for _each in _host.lacking():
    _owner, _, _name = _each.partition(".")
    if _name and _owner in globals():
        delattr(globals()[_owner], _name)
    elif not _name:
        del globals()[_owner]
