"""The EC200A. Numbers with a B are entries of facts-board.md."""

import misc
from misc import PWM, USB


def test_the_second_antenna():
    """B3.27"""
    assert misc.antennaSecRXOffCtrl() == 0
    assert misc.antennaSecRXOffCtrl(1) == 0 and misc.antennaSecRXOffCtrl() == 1
    assert misc.antennaSecRXOffCtrl(2) == -1 and misc.antennaSecRXOffCtrl(0, 0) == -1 and misc.antennaSecRXOffCtrl() == 1


def test_the_second_antenna_is_as_before():
    assert misc.antennaSecRXOffCtrl() == 0


def test_three_outputs_and_usb():
    """B3.5, B3.25"""
    assert PWM.PWM2 == 2 and not hasattr(PWM, "PWM3") and USB().getStatus() == 1
