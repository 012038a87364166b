"""Where the module is by cells and by access points: B10.1, B10.2, B10.3, B23.10."""

import cellLocator
import dataCall
from qpytest import device, gnss, network
from wifilocator import wifilocator

SERVER, TOKEN = "www.queclocator.com", "1111111122222222"


def test_the_documents_place():
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8, 1) == (117.1138, 31.82279, 550)
    longitude, latitude, accuracy = wifilocator(TOKEN).getwifilocator()
    assert abs(longitude - 117.1152877807617) < 1e-9 and abs(latitude - 31.82142066955567) < 1e-9 and accuracy == 100


def test_it_goes_with_the_module():
    gnss.put(48, -11)
    longitude, latitude, accuracy = cellLocator.getLocation(SERVER, 80, TOKEN, 8)
    assert abs(longitude + 11) < 0.01 and abs(latitude - 48) < 0.01
    gnss.lose()
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8)[2] == 550


def test_what_is_refused():
    get = cellLocator.getLocation
    assert get("x" * 255, 80, TOKEN, 8, 1) == -2
    assert get(SERVER, 80, TOKEN[1:], 8, 1) == -3
    assert get(SERVER, 80, TOKEN, 0, 1) == get(SERVER, 80, TOKEN, 301, 1) == -4
    assert [get(SERVER, 80, TOKEN, 8, profile) for profile in range(2, 9)] == [-5] * 7
    for profile in (0, 9):
        try:
            get(SERVER, 80, TOKEN, 8, profile)
            assert False, "taken"
        except ValueError as e:
            assert str(e) == "invalid value, profileIdx should be in [1,8]."
    for wrong in ((5, 80, TOKEN, 8), (SERVER, "80", TOKEN, 8), (SERVER, 80, None, 8), (SERVER, 80, TOKEN, 1.5)):
        try:
            get(*wrong)
            assert False, wrong
        except TypeError:
            pass
    assert wifilocator("short").getwifilocator() == wifilocator(None).getwifilocator() == -2


def test_servers_that_fail():
    gnss.locators(fail=True)
    before = len(device.output())
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == -6 and wifilocator(TOKEN).getwifilocator() == -3
    assert device.output()[before:].startswith("Wifi locator Get the coordinate error:")
    gnss.locators(nothing=True)
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == wifilocator(TOKEN).getwifilocator() == (0.0, 0.0, 0)
    gnss.locators()
    network.dns_failure(SERVER)
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == -6
    network.drop(SERVER)
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == -6
    network.allow(SERVER)
    network.down()
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == -5 and wifilocator(TOKEN).getwifilocator() == -1
    network.up()
    device.sim_out()
    assert cellLocator.getLocation(SERVER, 80, TOKEN, 8) == -5 and wifilocator(TOKEN).getwifilocator() == -1
