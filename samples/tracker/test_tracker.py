"""The tracker with its radio, its cloud and its clock."""

import log
import qpytest
import ujson
import uos
import utime
from qpytest import board
from usr import settings, tracker

log.basicConfig(level=log.INFO)

ACCOUNT = settings.load()
PRODUCT, NAME = ACCOUNT["product"], ACCOUNT["device"]
KEY = "%s&%s" % (NAME, PRODUCT)
UPDATE = "/%s/%s/user/update" % (PRODUCT, NAME)
GET = "/%s/%s/user/get" % (PRODUCT, NAME)
HOST = PRODUCT + ".iot-as-mqtt.cn-shanghai.aliyuncs.com"
MINUTE, HOUR, DAY = 60, 3600, 86400


def sensor():
    return 31.82221, 117.11504, 3.9


class Running:
    """A tracker that runs while the `with` does; counts from what the sandbox has seen before."""

    def __init__(self, **changes):
        self.config = dict(ACCOUNT)
        self.config.update(changes)

    def __enter__(self):
        self.before = len(qpytest.aliyun.published(UPDATE))
        self.logins = qpytest.aliyun.wait_logins(0, timeout=0)
        if "backlog.txt" in uos.listdir("/usr"):
            uos.remove(tracker.BACKLOG)
        self.start()
        return self

    def start(self):
        """The module is on: main.py runs."""
        self.tracker = tracker.Tracker(self.config, sensor)
        self.tracker.start()

    def __exit__(self, *exception):
        self.tracker.stop()
        qpytest.wait_until(lambda: not qpytest.aliyun.is_connected(KEY), timeout=1000, interval=1)
        qpytest.clock.advance(2)

    def messages(self, count=0, timeout=10 * MINUTE):
        """What it has sent, when it is so much."""
        sent = qpytest.aliyun.wait_published(UPDATE, self.before + count, timeout=timeout)
        return [ujson.loads(each.payload) for each in sent[self.before :]]

    def reports(self, count=0, timeout=10 * MINUTE):
        return [each for each in self.messages(count, timeout) if "n" in each]

    def wait_login(self, count=1, timeout=10 * MINUTE):
        qpytest.aliyun.wait_logins(self.logins + count, timeout=timeout)

    def command(self, text):
        qpytest.aliyun.send(PRODUCT, NAME, text)


def seconds_of(report):
    """Of the day."""
    hour, minute, second = [int(each) for each in report["at"].split(" ")[1].split(":")]
    return hour * HOUR + minute * MINUTE + second


def test_it_reports_every_minute():
    with Running() as run:
        reports = run.reports(5)
        assert [each["n"] for each in reports] == [1, 2, 3, 4, 5]
        times = [seconds_of(each) for each in reports]
        assert [b - a for a, b in zip(times, times[1:])] == [60] * 4


def test_the_time_is_set_first():
    qpytest.clock.set(2000, 1, 1)
    with Running() as run:
        assert run.reports(1)[0]["at"].startswith("2026-01-")


def test_it_works_without_a_time_server():
    qpytest.ntp.silent()
    with Running() as run:
        run.reports(1)
    assert "the time is not set" in qpytest.device.output()
    qpytest.ntp.silent(False)


def test_an_interval_is_set_and_kept():
    with Running() as run:
        run.reports(1)
        run.command('{"do": "interval", "seconds": 10}')
        qpytest.wait_until(lambda: {"done": "interval"} in run.messages())
        assert settings.load()["interval"] == 10
        count = len(run.reports())
        qpytest.clock.advance(10 * MINUTE)
        assert len(run.reports()) - count >= 54


def test_a_report_is_asked_for():
    with Running() as run:
        run.reports(1)
        qpytest.clock.advance(10)
        run.command('{"do": "report"}')
        qpytest.wait_until(lambda: {"done": "report"} in run.messages())
        assert len(run.reports()) == 2


def test_a_command_that_is_none():
    with Running() as run:
        run.reports(1)
        run.command("hello")
        qpytest.wait_until(lambda: {"refused": "no command"} in run.messages())


def test_it_is_stopped_by_command():
    with Running() as run:
        run.reports(1)
        run.command('{"do": "stop"}')
        qpytest.wait_until(lambda: not qpytest.aliyun.is_connected(KEY), timeout=2 * MINUTE)
        assert not run.tracker.running


def test_a_lost_puback():
    with Running() as run:
        run.reports(1)
        qpytest.aliyun.lose_puback()
        run.wait_login(2)
        assert [each["n"] for each in run.reports(3)][:3] == [1, 2, 2]
    assert "no acknowledgement" in qpytest.device.output()


def test_a_kick_by_a_second_login():
    with Running() as run:
        run.reports(1)
        from aLiYun import aLiYun

        second = aLiYun(PRODUCT, None, NAME, ACCOUNT["secret"])
        assert second.setMqtt("second", reconn=False) == 0
        run.wait_login(3)
        second.close()
        assert run.reports(2)[-1]["n"] == 2
    assert "the connection is lost" in qpytest.device.output()


def test_a_kick_by_the_cloud():
    with Running() as run:
        run.reports(1)
        qpytest.aliyun.kick(KEY)
        run.wait_login(2)
        run.reports(2)


def test_a_refused_login_is_tried_again():
    for _ in range(3):
        qpytest.aliyun.refuse_login(3)
    start = qpytest.clock.now()
    with Running() as run:
        run.wait_login()
        assert 5 + 10 + 20 <= qpytest.clock.now() - start < 45


def test_backoff():
    assert [tracker.backoff(each) for each in (1, 2, 3, 6, 7, 8, 50)] == [5, 10, 20, 160, 320, 320, 320]


def test_an_outage_loses_no_report():
    with Running() as run:
        run.reports(2)
        qpytest.network.down()
        qpytest.clock.advance(30 * MINUTE)
        qpytest.network.up()
        numbers = [each["n"] for each in run.reports(5, timeout=HOUR)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_host_that_is_not_found():
    qpytest.network.dns_failure(HOST)
    with Running() as run:
        qpytest.clock.advance(MINUTE)
        assert run.reports() == []
        qpytest.network.allow(HOST)
        run.reports(1)


def test_a_cloud_that_refuses_connections():
    qpytest.network.refuse(HOST)
    with Running() as run:
        qpytest.clock.advance(MINUTE)
        assert run.tracker.failures > 0
        qpytest.network.allow(HOST)
        run.reports(1)
        assert run.tracker.failures == 0


def test_a_silent_network():
    with Running() as run:
        run.reports(1)
        qpytest.network.drop()
        qpytest.clock.advance(10 * MINUTE)
        qpytest.network.allow()
        run.wait_login(2, timeout=HOUR)
        run.reports(5)


def test_the_card_is_taken_out_and_put_back():
    with Running() as run:
        run.reports(1)
        qpytest.device.sim_out()
        qpytest.clock.advance(5 * MINUTE)
        qpytest.device.sim_in()
        run.wait_login(2)
        run.reports(3)


def test_a_small_backlog_keeps_the_newest():
    with Running(backlog=3) as run:
        run.reports(1)
        qpytest.network.down()
        qpytest.clock.advance(30 * MINUTE)
        qpytest.network.up()
        numbers = [each["n"] for each in run.reports(4, timeout=HOUR)]
        assert numbers[1] > 10


def test_power_fails_while_settings_are_written():
    settings.save(dict(ACCOUNT))
    for after in (0, 1, 20, 100):
        changed = dict(ACCOUNT)
        changed["interval"] = 10
        with qpytest.device.power_cut(after=after):
            settings.save(changed)
        assert settings.load()["interval"] == 60


def test_the_watchdog_restarts_a_tracker_that_hangs():
    with Running(watchdog=20) as run:
        run.reports(1)
        run.tracker.report = lambda: utime.sleep(HOUR)
        qpytest.clock.advance(2 * MINUTE)
        assert board.watchdog.bitten == 1
        qpytest.device.reset()  # which it has done
        run.start()
        run.reports(2)


def test_a_watchdog_that_is_fed_is_quiet():
    with Running(watchdog=20) as run:
        qpytest.clock.advance(5 * MINUTE)
        qpytest.network.down()
        qpytest.clock.advance(5 * MINUTE)
        assert board.watchdog.is_running and board.watchdog.bitten == 0
        qpytest.network.up()
        run.reports(10)
    assert not board.watchdog.is_running


def test_reports_survive_a_power_cut():
    with Running() as run:
        run.reports(2)
        qpytest.network.down()
        qpytest.clock.advance(10 * MINUTE)
        with qpytest.device.power_cut(after=30):  # in the middle of a line
            qpytest.clock.advance(2 * MINUTE)
        qpytest.network.up()
        run.start()
        reports = run.reports(13)
    assert [each["n"] for each in reports[:13]] == list(range(1, 12)) + [1, 2]


def test_it_starts_without_a_card():
    qpytest.device.sim_out()
    with Running() as run:
        qpytest.clock.advance(3 * MINUTE)
        assert run.reports() == []
        qpytest.device.sim_in()
        run.reports(3)
    assert "no network: the SIM card is missing (0)" in qpytest.device.output()


def test_a_secret_is_registered_and_kept():
    with Running(product_secret="product secret", secret=None, device="tracker-2") as run:
        topic = "/%s/tracker-2/user/update" % PRODUCT
        qpytest.aliyun.wait_published(topic, 1, timeout=5 * MINUTE)
        assert "tracker-2" in ujson.loads(qpytest.device.read_file("/usr/secret.json").decode())
        run.tracker.stop()
        qpytest.clock.advance(2 * MINUTE)
    uos.remove("/usr/secret.json")


def test_a_day_with_three_outages():
    with Running() as run:
        for hours in (5, 6, 7):
            qpytest.clock.advance(hours * HOUR)
            qpytest.network.down()
            qpytest.clock.advance(20 * MINUTE)
            qpytest.network.up()
        qpytest.clock.advance(5 * HOUR)
        numbers = [each["n"] for each in run.reports(1)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 23 * 60
