"""The tracker's parts that need no network; a real MicroPython runs these tests too."""

import ujson
import uos
from usr import settings
from usr.backlog import Backlog
from usr.commands import Commands
from usr.telemetry import Telemetry, timestamp

PATH = "/usr/test_settings.json"
REPORTS = "/usr/test_backlog.txt"


class FakeTracker:
    def __init__(self):
        self.done = []

    def set_interval(self, seconds):
        self.done.append(("interval", seconds))

    def report(self):
        self.done.append("report")

    def stop(self):
        self.done.append("stop")

    def publish(self, end, text):
        self.done.append((end, ujson.loads(text)))


def write(text):
    with open(PATH, "w") as file:
        file.write(text)


def noon():
    return (2026, 1, 2, 12, 0, 0, 4, 2)


def remove(path):
    try:
        uos.remove(path)
    except OSError:
        pass


def stored():
    try:
        with open(REPORTS) as file:
            return file.read()
    except OSError:
        return None


def backlog_of(size, *reports):
    """One whose file has just these."""
    remove(REPORTS)
    backlog = Backlog(size, REPORTS)
    for report in reports:
        backlog.add(report)
    return backlog


def test_settings_default():
    remove(PATH)
    assert settings.load(PATH) == settings.DEFAULTS


def test_settings_are_kept():
    changed = dict(settings.DEFAULTS)
    changed["interval"] = 30
    settings.save(changed, PATH)
    assert settings.load(PATH)["interval"] == 30


def test_settings_that_are_damaged():
    write('{"interval": 3')
    assert settings.load(PATH) == settings.DEFAULTS


def test_settings_that_are_no_object():
    write("[1, 2]")
    assert settings.load(PATH) == settings.DEFAULTS


def test_settings_that_lack_some_and_have_others():
    write('{"interval": 20, "colour": "red"}')
    loaded = settings.load(PATH)
    assert loaded["interval"] == 20
    assert "colour" not in loaded
    assert loaded["watchdog"] == settings.DEFAULTS["watchdog"]


def test_backlog_keeps_order():
    backlog = backlog_of(3, "a", "b")
    assert backlog.oldest() == "a"
    backlog.drop_oldest()
    assert backlog.oldest() == "b" and len(backlog) == 1


def test_backlog_drops_the_oldest():
    backlog = backlog_of(2, "a", "b", "c")
    assert backlog.oldest() == "b" and backlog.dropped == 1


def test_what_is_sent_at_once_is_never_stored():
    backlog = backlog_of(3, "a")
    backlog.drop_oldest()
    backlog.keep()
    assert stored() is None


def test_what_is_kept_is_there_after_a_restart():
    backlog = backlog_of(3, "a")
    backlog.keep()
    backlog.add("b")
    backlog.keep()
    backlog.add("lost")
    assert stored() == "a\nb\n"
    again = Backlog(3, REPORTS)
    assert again.oldest() == "a" and len(again) == 2


def test_what_was_sent_is_not_kept():
    backlog = backlog_of(3, "a", "b")
    backlog.keep()
    backlog.drop_oldest()
    backlog.add("c")
    backlog.keep()
    assert stored() == "b\nc\n"
    backlog.drop_oldest()
    backlog.drop_oldest()
    backlog.keep()
    assert stored() is None


def test_a_backlog_that_is_full_is_written_anew_now_and_then():
    backlog = backlog_of(2)
    for report in "abcd":
        backlog.add(report)
        backlog.keep()
    assert stored() == "c\nd\n"
    backlog.add("e")
    backlog.keep()
    assert stored() == "c\nd\ne\n"
    again = Backlog(2, REPORTS)
    assert again.oldest() == "d" and again.dropped == 0


def test_a_line_that_is_not_whole():
    with open(REPORTS, "w") as file:
        file.write("a\nb")
    assert len(Backlog(3, REPORTS)) == 1


def test_backlog_needs_room():
    try:
        Backlog(0, REPORTS)
    except ValueError:
        return
    raise AssertionError("a backlog of nothing")


def test_report():
    report = ujson.loads(Telemetry(lambda: (31.8222149, 117.115, 3.9), noon).report())
    assert report == {"n": 1, "at": "2026-01-02 12:00:00", "lat": 31.82221, "lon": 117.115, "volts": 3.9}


def test_reports_are_numbered():
    telemetry = Telemetry(lambda: (0, 0, 4.0), noon)
    assert [ujson.loads(telemetry.report())["n"] for _ in range(3)] == [1, 2, 3]


def test_low_battery():
    assert ujson.loads(Telemetry(lambda: (0, 0, 3.4), noon).report())["low"]


def test_a_sensor_that_fails():
    def broken():
        raise OSError(5)

    assert ujson.loads(Telemetry(broken, noon).report())["fault"] == "sensor"


def test_timestamp():
    assert timestamp((2026, 1, 2, 3, 4, 5, 4, 2)) == "2026-01-02 03:04:05"


def test_command_interval():
    tracker = FakeTracker()
    assert Commands(tracker).execute('{"do": "interval", "seconds": 30}') == {"done": "interval"}
    assert tracker.done == [("interval", 30)]


def test_command_interval_out_of_range():
    for seconds in ("5", "4000", '"30"', "null"):
        answer = Commands(FakeTracker()).execute('{"do": "interval", "seconds": %s}' % seconds)
        assert answer == {"refused": "seconds must be 10 to 3600"}


def test_commands_report_and_stop():
    tracker = FakeTracker()
    for name in ("report", "stop"):
        assert Commands(tracker).execute('{"do": "%s"}' % name) == {"done": name}
    assert tracker.done == ["report", "stop"]


def test_what_is_no_command():
    for text in ("", "{", "[]", "{}", "3"):
        assert Commands(FakeTracker()).execute(text) == {"refused": "no command"}
    assert Commands(FakeTracker()).execute('{"do": "fly"}') == {"refused": "unknown command"}


def test_a_command_is_answered():
    tracker = FakeTracker()
    Commands(tracker).arrived("topic", '{"do": "report"}')
    assert tracker.done == ["report", ("update", {"done": "report"})]
