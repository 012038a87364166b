"""When the module sleeps, and how long; B4.2, B4.3, B4.7, B4.8, B4.11."""

import net
import pm
import utime
from misc import Power
from qpytest import board, clock, device, power


def test_it_sleeps_while_nothing_keeps_it_awake():
    """B4.3: the conditions, one after the other."""
    assert power.awake_for == "pm.autosleep is off"
    pm.autosleep(1)
    assert power.awake_for == "USB is plugged in"
    utime.sleep(10)
    assert power.asleep == 0
    board.usb.unplug()
    assert power.awake_for is None
    before = power.asleep
    utime.sleep(10)
    assert power.asleep - before == 10
    device.register(2)
    assert "not registered" in power.awake_for
    net.setModemFun(0)
    assert power.awake_for is None
    net.setModemFun(1)
    device.register(1)
    assert power.awake_for is None


def test_a_lock_keeps_it_awake():
    """B4.2: what a script waits for comes at its time all the same."""
    assert power.asleep == 0 and pm.get_wakelock_num() == 0
    board.usb.unplug()
    lock = pm.create_wakelock("gnss", 4)
    pm.autosleep(1)
    start = utime.ticks_ms()
    utime.sleep(60)
    pm.wakelock_lock(lock)
    assert power.locks == {"gnss": True} and power.awake_for == "wake lock 1 ('gnss') is locked"
    utime.sleep(60)
    pm.wakelock_unlock(lock)
    utime.sleep(60)
    assert power.asleep == 120 and utime.ticks_diff(utime.ticks_ms(), start) == 180000


def test_power_saving_mode():
    """B4.7: after the active time it is off, and it starts when the periodic time has passed."""
    board.usb.unplug()
    assert pm.set_psm_time(0, 1, 0, 15)
    clock.advance(3600)
    assert power.psm_entered == 0
    pm.autosleep(1)
    clock.advance(29)
    assert power.psm_entered == 0
    clock.advance(2)
    assert power.psm_entered == 1 and Power.powerOnReason() == 1
    clock.advance(568)
    assert Power.powerOnReason() == 1
    clock.advance(2)
    assert Power.powerOnReason() == 8 and pm.get_wakelock_num() == 0
    assert power.awake_for == "pm.autosleep is off" and power.asleep == 600
    assert pm.get_psm_time() == [1, 0, 1, 0, 15]


def test_what_wakes_it_before():
    """B4.7: a lock within the active time, and a time that is none."""
    board.usb.unplug()
    lock = pm.create_wakelock("l", 1)
    pm.autosleep(1)
    pm.set_psm_time(0, 1, 0, 15)
    clock.advance(20)
    pm.wakelock_lock(lock)
    pm.wakelock_unlock(lock)
    clock.advance(20)
    assert power.psm_entered == 0
    clock.advance(20)
    assert power.psm_entered == 1
    pm.set_psm_time(0, 1, 7, 0)
    clock.advance(3600)
    assert power.psm_entered == 1 and Power.powerOnReason() == 1


def test_a_restart_forgets_the_locks():
    pm.create_wakelock("l", 1)
    try:
        Power.powerRestart()
    except SystemExit:
        pass
    assert pm.get_wakelock_num() == 0
