"""misc.Power, PowerKey, USB, USBNET and the rest, by the facts of facts-board.md B3.20 to B3.28."""

import misc
from misc import Power, PowerKey, USB, USBNET

from qpytest import board


def switched(how, *mode):
    try:
        how(*mode)
    except SystemExit:
        return True
    return False


def test_power_is_a_class():
    """B3.20: calls are made on it, and do not return."""
    assert switched(Power.powerRestart) and switched(Power.powerDown)


def test_modes_of_the_newest_firmware():
    """B3.20"""
    assert switched(Power.powerRestart, 0) and switched(Power.powerDown, 1)
    for call in (Power.powerRestart, Power.powerDown):
        try:
            call(2)
            raise AssertionError("not refused")
        except ValueError as e:
            assert str(e) == "invalid value, mode should be in 0 or 1."


def test_reasons():
    """B3.21, B3.22: any number passes the vendor's test, and it is kept over the restart."""
    assert (Power.powerOnReason(), Power.powerDownReason()) == (1, 1)
    switched(Power.powerRestart)
    assert (Power.powerOnReason(), Power.powerDownReason()) == (2, 1)


def test_the_power_key():
    """B3.24: bare numbers."""
    told = []
    assert PowerKey().powerKeyEventRegister(told.append) == 0
    board.power_key.press()
    assert told == [1, 0]
    assert Power.powerOnReason() == 1


def test_usb_is_pulled_out():
    """B3.25"""
    told = []
    usb = USB()
    assert usb.getStatus() == 1 and usb.setCallback(told.append) == 0
    board.usb.unplug()
    assert told == [0] and usb.getStatus() == 0 and not board.usb.is_plugged
    board.usb.unplug()
    board.usb.plug()
    assert told == [0, 1] and USB().getStatus() == 1


def test_usb_is_plugged_in_again():
    """B3.25: nothing is left of the test before."""
    assert USB().getStatus() == 1
    board.usb.unplug()
    assert USB().getStatus() == 0


def test_what_is_no_function():
    try:
        USB().setCallback(5)
        raise AssertionError("not refused")
    except TypeError as e:
        assert str(e) == "'int' object isn't callable"


def test_usb_as_a_network_card():
    """B3.26: the vendor's script sets the type, restarts, and opens it."""
    if USBNET.get_worktype() != USBNET.Type_RNDIS:
        assert USBNET.set_worktype(USBNET.Type_RNDIS) == 0
        switched(Power.powerRestart)
    assert (USBNET.Type_ECM, USBNET.Type_RNDIS, USBNET.get_worktype()) == (1, 3, 3)
    assert USBNET.open() == 0 and USBNET.get_status() == 1
    assert USBNET.close() == 0 and USBNET.get_status() == 0
    assert USBNET.setNat(0, 1, 1) == 0 and USBNET.getNat(0, 1) == 1
    try:
        USBNET.set_worktype(2)
        raise AssertionError("not refused")
    except ValueError as e:
        assert str(e) == "USBNET type must be Type_ECM or Type_RNDIS."


def test_the_lamp_of_the_network():
    """B3.27: never -1."""
    assert misc.net_light() == 1 and misc.net_light(0) == 0 and misc.net_light() == 0 and board.net_light == 0
    assert misc.net_light(1) == 0 and board.net_light == 1


def test_the_second_antenna():
    """B3.27"""
    assert misc.antennaSecRXOffCtrl(1) == 0 and misc.antennaSecRXOffCtrl() == 1


def test_the_cameras_supply():
    assert Power.camVDD2V8Enable(1) == 0 and Power.camVDD2V8Enable(0) == 0


def test_names():
    """B3.28: those that are documented."""
    for name in ("Power", "ADC", "PowerKey", "PWM", "PWM_V2", "USB", "USBNET", "net_light"):
        assert hasattr(misc, name), name
