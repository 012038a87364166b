"""What a script sets of the module: kept when it restarts where a real one keeps it, and never kept for the next test."""

import dataCall
import net
import sim
import uos
from misc import Power, USBNET


def restart():
    try:
        Power.powerRestart()
    except SystemExit:
        pass


def test_usbnet_keeps_its_type():
    assert USBNET.get_worktype() == USBNET.Type_ECM
    assert USBNET.set_worktype(USBNET.Type_RNDIS) == 0
    assert USBNET.open() == 0 and USBNET.get_status() == 1
    restart()
    assert USBNET.get_worktype() == 3
    assert USBNET.get_status() == 0


def test_usbnet_is_new():
    assert USBNET.get_worktype() == 1
    assert USBNET.get_status() == 0


def test_the_card_keeps_what_is_on_it():
    assert sim.changePin("1234", "99") == 0
    assert sim.enablePin("99") == 0
    assert sim.writePhonebook(9, 2, "Ada", "+861") == 0
    assert sim.setSimDet(1, 0) == 0
    assert sim.getStatus() == 1
    restart()
    assert sim.getStatus() == 2
    assert sim.readPhonebook(9, 1, 4, "") == -1
    assert sim.verifyPin("1234") == -1
    assert sim.verifyPin("99") == 0
    assert sim.readPhonebook(9, 1, 4, "") == (1, [(2, "Ada", "+861")])
    assert sim.getSimDet() == (1, 0)


def test_the_card_is_new():
    assert sim.getStatus() == 1
    assert sim.verifyPin("1234") == 0
    assert sim.readPhonebook(9, 1, 4, "") == (0, [])
    assert sim.getSimDet() == (0, 0)


def test_three_wrong_pins_block_the_card():
    assert [sim.verifyPin("0") for _ in range(3)] == [-1] * 3
    assert sim.getStatus() == 3
    assert sim.verifyPin("1234") == -1
    restart()
    assert sim.getStatus() == 3
    assert sim.unblockPin("0", "4321") == -1
    assert sim.unblockPin("12345678", "4321") == 0
    assert sim.getStatus() == 1


def test_the_radio_is_on_after_a_restart():
    assert net.setConfig(5, 1) == 0
    assert net.setModemFun(4) == 0
    assert net.getModemFun() == 4
    restart()
    assert net.getModemFun() == 1
    assert net.getConfig() == (5, True)
    assert dataCall.getInfo(1, 0)[2][0] == 1
    assert net.setModemFun(0) == 0


def test_the_radio_is_on_in_the_next_test():
    assert net.getModemFun() == 1
    assert net.getConfig() == (8, False)


def test_a_function_may_count_after_a_restart():
    try:
        net.setModemFun(4, 1)
    except SystemExit:
        pass
    assert net.getModemFun() == 4
    restart()
    assert net.getModemFun() == 1


def test_profiles_are_kept():
    assert dataCall.setApn(2, 0, "iot", "u", "p", 1) == 0
    assert dataCall.recordApn(2, 0, "iot", "u", "p", 1, 1) == 0
    assert dataCall.setAutoActivate(1, 0) == 0
    assert dataCall.setDNSServer(2, 0, "8.8.8.8", "8.8.4.4") == 0
    restart()
    assert dataCall.getPDPContext(2) == (0, "iot", "u", "p", 1)
    assert dataCall.getInfo(1, 0)[2][0] == 0
    assert dataCall.getInfo(2, 0)[2] == [1, 0, "10.91.44.178", "58.242.2.2", "218.104.78.2"]
    uos.remove("/usr/user_apn.json")


def test_profiles_are_new():
    assert dataCall.getPDPContext(2) == (0, "", "", "", 0)
    assert dataCall.getInfo(1, 0)[2][0] == 1
    assert dataCall.getInfo(2, 0)[2][0] == 0
