"""pm.WakeUp; B4.9, B23.23."""

import pm
import wakeup
from pm import WakeUp
from qpytest import power


def refused(*args):
    try:
        WakeUp(*args)
    except ValueError as e:
        return str(e)


def test_levels_are_told():
    told = []
    line = WakeUp(WakeUp.WAKEUP2, WakeUp.PULL_PU)
    assert line.set_callback(told.append) == 0 and line.read() == 1
    power.wakeup(2).set(0)
    assert told == [] and line.read() == 0
    assert line.enable() == 0
    power.wakeup(2).set(1)
    power.wakeup(2).set(0)
    assert told == [1, 0]
    assert line.disable() == 0
    power.wakeup(2).set(1)
    assert told == [1, 0]
    assert line.enable() == 0 and line.deinit() == 0
    power.wakeup(2).set(0)
    assert told == [1, 0]


def test_one_edge():
    told = []
    line = WakeUp(WakeUp.WAKEUP0, WakeUp.PULL_PD, WakeUp.IRQ_FALLING)
    line.set_callback(told.append)
    line.enable()
    power.wakeup(0).set(1)
    power.wakeup(0).set(0)
    assert told == [0]


def test_what_is_refused():
    assert refused(6, 0) == "invalid wakeup_id" and refused(-1, 0) == "invalid wakeup_id"
    assert refused(2, 3) == "invalid wakeup_pullmode" and refused(2, 0, 3) == "invalid wakeup_edge"
    try:
        WakeUp(2, 0).set_callback(5)
        assert False, "not refused"
    except TypeError as e:
        assert str(e) == "'int' object isn't callable"


def test_the_interface_file_has_it_elsewhere():
    assert wakeup.WakeUp is pm.WakeUp
