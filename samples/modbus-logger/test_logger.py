"""The logger with its meter and its cloud."""

import _thread
import qpytest
import ujson
from qpytest import board, clock
from usr import main

MINUTE = 60


class Running:
    """A logger that runs while the `with` does."""

    def __enter__(self):
        self.before = len(qpytest.aliyun.published(main.UPDATE))
        self.logger = main.Logger()
        assert self.logger.connect()
        _thread.start_new_thread(self.logger.run, ())
        return self

    def __exit__(self, *exception):
        self.logger.running = False
        clock.advance(MINUTE)
        self.logger.cloud.disconnect()

    def readings(self, count):
        sent = qpytest.aliyun.wait_published(main.UPDATE, self.before + count, timeout=count * MINUTE + 5)
        return [ujson.loads(each.payload) for each in sent[self.before :]]


def test_a_reading_each_minute():
    with Running() as it:
        first, second = it.readings(2)[:2]
    assert first["volts"] == [230.1, 229.8, 231.0]
    assert (first["kw"], first["kwh"], first["on"]) == (12.75, 40961.5, True)
    assert 60 <= second["at"] - first["at"] <= 62


def test_the_contactor_is_switched():
    with Running() as it:
        it.readings(1)
        qpytest.aliyun.send(main.PRODUCT, main.DEVICE, "off")
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
