"""qpytest.device and qpytest.clock: a test per verb."""

import net
import qpytest
import sim
import uos
import utime

ONLINE, READY = 1, 1


def test_the_card_comes_and_goes():
    qpytest.device.sim_out()
    assert sim.getStatus() == 0
    assert net.getState()[1][0] != ONLINE
    qpytest.device.sim_in()
    assert sim.getStatus() == READY
    assert net.getState()[1][0] == ONLINE


def test_signal():
    qpytest.device.signal(7)
    assert net.csqQueryPoll() == 7
    qpytest.device.signal(31)


def test_registration():
    qpytest.device.register(3)
    assert net.getState()[1][0] == 3
    qpytest.device.register(5)
    assert net.getState()[1][0] == 5
    qpytest.device.register(1)


def test_output():
    print("before")
    assert qpytest.device.output() == "before\n"


def test_output_is_waited_for():
    import _thread

    def late():
        utime.sleep(5)
        print("here")

    _thread.start_new_thread(late, ())
    assert "here" in qpytest.device.wait_output("here", timeout=10)
    try:
        qpytest.device.wait_output("elsewhere", timeout=3)
    except AssertionError as e:
        assert str(e) == "'elsewhere' was not printed within 3 s; printed was: 'here\\n'"
    else:
        assert False


def test_files():
    qpytest.device.write_file("/usr/a.txt", "content")
    assert qpytest.device.read_file("/usr/a.txt") == b"content"


def test_power_fails_in_the_middle_of_a_write():
    qpytest.device.write_file("/usr/data.bin", b"old")
    with qpytest.device.power_cut(after=10):
        with open("/usr/data.bin", "wb") as file:
            file.write(b"0123456789abcdef")
    assert qpytest.device.read_file("/usr/data.bin") == b"old"


def test_power_fails_in_each_step_of_a_rewrite():
    old, new = b"old" * 10, b"new" * 12
    qpytest.device.write_file("/usr/rewritten", old)
    for after in range(50):
        with qpytest.device.power_cut(after=after):
            qpytest.device.write_file("/usr/rewritten", new)
        assert qpytest.device.read_file("/usr/rewritten") == old
    qpytest.device.write_file("/usr/rewritten", new)
    assert qpytest.device.read_file("/usr/rewritten") == new


def test_power_fails_in_each_step_of_a_rename():
    qpytest.device.write_file("/usr/config.json", b"old")
    qpytest.device.write_file("/usr/config.tmp", b"new")
    for after in range(50):
        with qpytest.device.power_cut(after=after):
            uos.rename("/usr/config.tmp", "/usr/config.json")
        assert qpytest.device.read_file("/usr/config.json") == b"old"
        assert qpytest.device.read_file("/usr/config.tmp") == b"new"
    uos.rename("/usr/config.tmp", "/usr/config.json")
    assert qpytest.device.read_file("/usr/config.json") == b"new"


def test_power_fails_in_a_removal_and_in_a_new_folder():
    qpytest.device.write_file("/usr/kept", b"kept")
    for change in (lambda: uos.remove("/usr/kept"), lambda: uos.mkdir("/usr/folder")):
        with qpytest.device.power_cut(after=20):
            change()
    assert qpytest.device.read_file("/usr/kept") == b"kept"
    assert "folder" not in uos.listdir("/usr")


def test_a_file_that_was_open_when_the_power_failed_is_never_committed():
    qpytest.device.write_file("/usr/open", b"old")
    file = open("/usr/open", "wb")
    file.write(b"new")
    with qpytest.device.power_cut(after=0):
        open("/usr/other", "w")
    try:
        file.close()
    except OSError:
        pass
    assert qpytest.device.read_file("/usr/open") == b"old"


def test_power_that_does_not_fail_is_told():
    try:
        with qpytest.device.power_cut(after=1000):
            qpytest.device.write_file("/usr/few.bin", b"123")
    except AssertionError as e:
        assert "fewer than 1000 bytes" in str(e)
    else:
        assert False


def test_a_reset_loads_scripts_anew():
    qpytest.device.write_file("/usr/counting.py", "value = []\n")
    from usr import counting

    counting.value.append(1)
    qpytest.device.reset()
    from usr import counting

    assert counting.value == []


def test_time_advances():
    start = qpytest.clock.now()
    qpytest.clock.advance(86400)
    assert qpytest.clock.now() - start == 86400


def test_the_clock_is_set_frozen_and_thawed():
    qpytest.clock.set(2030, 5, 6, 7)
    assert utime.localtime()[:5] == (2030, 5, 6, 7, 0)
    qpytest.clock.freeze()
    qpytest.clock.advance(3600)
    assert utime.localtime()[:5] == (2030, 5, 6, 7, 0)
    qpytest.clock.thaw()
    qpytest.clock.advance(3600)
    assert utime.localtime()[:5] == (2030, 5, 6, 8, 0)
    try:
        qpytest.clock.set(2030, 13, 1)
    except ValueError as e:
        assert str(e) == "no date and time: (2030, 13, 1)"
    else:
        assert False


def test_a_condition_is_waited_for():
    end = utime.ticks_ms() + 2000
    qpytest.wait_until(lambda: utime.ticks_ms() >= end, timeout=3)
    try:
        qpytest.wait_until(lambda: 0, timeout=3, message="zero")
    except AssertionError as e:
        assert str(e) == "zero has not come true within 3 s; it is 0"
    else:
        assert False
