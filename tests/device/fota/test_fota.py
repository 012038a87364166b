"""fota: a package is fetched or written, verified, and takes effect at the next start; B11.1 to B11.7."""

import fota
import modem
import qpytest
import utime
from misc import Power
from qpytest import clock, device, http, network, updates

OLD = modem.getDevFwVersion()
NEW = "EC600SCNLAR01A02M08_OCPU_PY"


def restart():
    try:
        Power.powerRestart()
    except SystemExit:
        pass


def download(**arguments):
    """What a callback is told, and what the call gives."""
    told = []
    given = fota(reset_disable=1).httpDownload(callback=told.append, **arguments)
    clock.advance(20)
    return given, told


def test_there_is_one_updater():
    """B11.1"""
    assert fota() is fota() and fota(reset_disable=1) is fota()


def test_a_download():
    """B11.2, B11.3: what the callback is told."""
    url = updates.serve("/new.bin", updates.firmware(NEW))
    given, told = download(url1=url)
    assert given == 0 and told[0] == [0, 0] and told[-1] == [2, 100]
    assert all(status == 1 and 0 < progress < 100 for status, progress in told[1:-1]) and len(told) > 3
    assert modem.getDevFwVersion() == OLD
    restart()
    assert modem.getDevFwVersion() == NEW


def test_nothing_of_the_test_before():
    assert modem.getDevFwVersion() == OLD


def test_it_restarts_by_itself():
    told = []
    assert fota().httpDownload(url1=updates.serve("/r.bin", updates.firmware(NEW)), callback=told.append) == 0
    clock.advance(20)
    assert told[-1] == [2, 100] and modem.getDevFwVersion() == NEW and Power.powerOnReason() == 2


def test_one_download_at_a_time():
    """B11.6"""
    network.latency(5)
    url = updates.serve("/one.bin", updates.firmware(NEW))
    assert fota(reset_disable=1).httpDownload(url1=url) == 0
    assert fota().httpDownload(url1=url) == -1
    fota(reset_disable=1)
    clock.advance(30)
    network.latency(0)
    assert fota().download_cancel() == -1


def test_it_is_cancelled():
    network.latency(5)
    told = []
    assert fota(reset_disable=1).httpDownload(url1=updates.serve("/c.bin", updates.firmware(NEW)), callback=told.append) == 0
    assert fota().download_cancel() == 0
    clock.advance(30)
    assert told[-1][0] == -1
    network.latency(0)


def test_what_goes_wrong():
    package = updates.firmware(NEW)
    http.truncate("/cut.bin", package, 9000)
    given, told = download(url1="http://updates.qpy.test/cut.bin")
    assert given == 0 and told[-1][0] == -1 and 0 < told[-1][1] < 100
    given, told = download(url1=updates.serve("/bad.bin", package[:-1] + b"!"))
    assert told[-1] == [-1, 100]
    given, told = download(url1="http://updates.qpy.test/none.bin")
    assert told == [[0, 0], [-1, 0]]
    network.dns_failure("nowhere.example.com")
    given, told = download(url1="http://nowhere.example.com/x")
    assert told == [[0, 0], [-1, 0]]
    device.sim_out()
    given, told = download(url1="http://updates.qpy.test/x")
    assert told == [[0, 0], [-1, 0]]
    restart()
    assert modem.getDevFwVersion() == OLD


def test_arguments():
    """B11.2, B11.5, B11.6: keywords only."""
    assert fota().httpDownload() == -1 and fota().httpDownload(url1="") == -1
    for wrong, text in (({"url1": 5}, "url must be a string"), ({"url1": "http://x", "callback": 5}, "callback must be callable")):
        try:
            fota().httpDownload(**wrong)
            assert False, "taken"
        except TypeError as e:
            assert str(e) == text
    try:
        fota().httpDownload("http://updates.qpy.test/x")
        assert False, "taken"
    except TypeError:
        pass
    assert fota().apn_set(fota_apn="cmnet", ip_type=0, fota_user="", fota_password="") == 0
    assert fota().apn_set(ip_type=5) == -1


def test_two_stages():
    first, second = updates.serve("/1.bin", updates.firmware("1")), updates.serve("/2.bin", updates.firmware(NEW))
    given, told = download(url1=first, url2=second)
    assert given == 0 and told == []
    restart()
    assert modem.getDevFwVersion() == NEW


def test_a_package_from_elsewhere():
    """B11.4"""
    package, updater = updates.firmware(NEW), fota(reset_disable=1)
    assert updater.flush() == -1 and updater.verify() == -1
    for at in range(0, len(package), 1024):
        assert updater.write(package[at:at + 1024], len(package)) == 0
    assert updater.write(b"more", len(package)) == -1
    assert updater.flush() == 0 and updater.verify() == 0
    assert updater.write(bytearray(package), len(package)) == 0
    restart()
    assert modem.getDevFwVersion() == NEW
    for at in range(0, len(package) - 1024, 1024):
        updater.write(package[at:at + 1024], len(package))
    assert updater.verify() == -1
    assert updater.write(b"x", 0) == -1
    try:
        updater.write(5, 10)
        assert False, "taken"
    except TypeError:
        pass


def test_one_of_the_vendors():
    """B11.7: it is taken as good, and changes nothing."""
    updater = fota()
    assert updater.write(b"some other form", 15) == 0 and updater.verify() == 0
    restart()
    assert modem.getDevFwVersion() == OLD


def test_the_power_goes_at_any_time():
    """20 cuts: while the package is fetched, verified, and at the restart; the old version, or the new."""
    package, updater, seen = updates.firmware(NEW), fota(), []
    for cut in range(20):
        try:
            with device.power_cut(1 + cut * 16):
                updater.write(package, len(package))
                if updater.verify() == 0:
                    restart()
        except AssertionError:
            pass  # it was over before
        restart()
        seen.append(modem.getDevFwVersion())
    assert set(seen) == {OLD, NEW} and seen == sorted(seen, key=lambda each: each == NEW)
