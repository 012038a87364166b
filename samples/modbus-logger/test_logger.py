"""The logger with its meter and its cloud."""

import _thread
import qpytest
import ujson
from qpytest import board, clock, device, network
from usr import main

ACCOUNT = main.load(main.CLOUD, None)
UPDATE = "/%s/%s/user/update" % (ACCOUNT["product"], ACCOUNT["device"])
MINUTE, HOUR = 60, 3600


class Running:
    """A logger that runs while the `with` does."""

    def __enter__(self):
        self.before = len(qpytest.aliyun.published(UPDATE))
        self.start()
        return self

    def start(self):
        """The module is on: main.py runs."""
        from usr import main as fresh

        self.logger = fresh.Logger()
        _thread.start_new_thread(self.logger.run, ())

    def __exit__(self, *exception):
        self.logger.running = False
        clock.advance(2 * MINUTE)  # until its watchdog has stopped
        self.logger.cloud.disconnect()

    def readings(self, count=0):
        sent = qpytest.aliyun.wait_published(UPDATE, self.before + count, timeout=count * MINUTE + 5)
        return [ujson.loads(each.payload) for each in sent[self.before :]]


def pauses(moments):
    """Those that are longer than a minute, in minutes."""
    return [(b - a) // MINUTE for a, b in zip(moments, moments[1:]) if b - a > MINUTE + 2]


def test_a_reading_each_minute():
    with Running() as it:
        first, second = it.readings(2)[:2]
    assert first["volts"] == [230.1, 229.8, 231.0]
    assert (first["kw"], first["kwh"], first["on"]) == (12.75, 40961.5, True)
    assert 60 <= second["at"] - first["at"] <= 62


def test_the_contactor_is_switched():
    with Running() as it:
        it.readings(1)
        qpytest.aliyun.send(ACCOUNT["product"], ACCOUNT["device"], "off")
        assert it.readings(2)[1]["on"] is False


def test_a_meter_that_does_not_answer_is_reported_once():
    with Running() as it:
        main.UNIT = 9
        clock.advance(3 * MINUTE)
        main.UNIT = 1
        clock.advance(MINUTE)
        sent = it.readings(3)
    assert [each.get("error") for each in sent if "error" in each] == ["unit 9: no answer"]
    assert "volts" in sent[-1]


def test_what_the_line_has_damaged_is_no_reading():
    port = main.Logger()
    board.uart(2).respond(b"\x04\x00\x00", b"\xff")  # another one speaks at the same time
    try:
        port.reading()
    except main.ModbusError as e:
        assert str(e) == "unit 1: a damaged answer"
    else:
        assert False, "it was taken for a reading"


def test_readings_are_kept_without_a_network():
    with Running() as it:
        it.readings(1)
        network.down()
        clock.advance(10 * MINUTE + 5)
        assert len(main.load(main.WAITING, [])) == 10 and len(it.readings()) == 1
        network.up()
        clock.advance(3 * MINUTE)
        moments = [each["at"] for each in it.readings(14)]
    assert pauses(moments) == []
    assert main.load(main.WAITING, None) is None


def test_it_waits_for_a_cloud():
    network.refuse()
    with Running() as it:
        clock.advance(5 * MINUTE)
        network.allow()
        it.readings(6)


def test_a_file_that_is_damaged():
    device.write_file(main.WAITING, '[{"at": 7')
    assert main.Logger().waiting == []
    main.uos.remove(main.WAITING)


def test_a_day():
    """With two pulls of the meter's cable, a hang that the watchdog ends, and a power cut in the middle of a write."""
    end = clock.now() + 24 * HOUR
    with Running() as it:
        for hours in (3, 5):
            clock.advance(hours * HOUR)
            board.uart(2).unplug()
            clock.advance(20 * MINUTE)
            board.uart(2).plug()

        clock.advance(4 * HOUR)
        it.logger.reading = lambda: clock.advance(HOUR)
        clock.advance(5 * MINUTE)
        assert board.watchdog.bitten == 1
        device.reset()  # which it has done
        it.start()

        clock.advance(4 * HOUR)
        network.down()
        clock.advance(30 * MINUTE)
        with device.power_cut(after=500):
            clock.advance(2 * MINUTE)
        network.up()
        it.start()

        clock.advance(end - clock.now())
        sent = it.readings()
    assert [each["error"] for each in sent if "error" in each] == ["unit 1: no answer"] * 2
    moments = [each["at"] for each in sent if "volts" in each]
    assert pauses(moments) == [21, 21, 5, 2] and len(moments) > 24 * 60 - 100
