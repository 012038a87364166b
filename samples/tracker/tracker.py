"""A tracker: it reports where it is once a minute, takes commands, and keeps what it could not send, on flash too."""

import _thread
import checkNet
import log
import ntptime
import utime
from aLiYun import aLiYun
from machine import WDT

from usr import settings
from usr.backlog import Backlog
from usr.commands import Commands
from usr.telemetry import Telemetry

_log = log.getLogger("tracker")

FIRST_RETRY = 5  # seconds
LAST_RETRY = 320
NTP_TRIES = 3
KEEP_ALIVE = 300  # seconds
NETWORK_WAIT = 60  # seconds
BACKLOG = "/usr/backlog.txt"

# What checkNet calls a stage.
STAGES = {1: "the SIM card", 2: "the registration", 3: "packet data"}


def backoff(failures):
    """Seconds to wait after so many failures in a row, from 1: 5, 10, 20 ... 320."""
    return min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY)


class Tracker:
    """The application. `sensor` gives (latitude, longitude, volts)."""

    def __init__(self, config, sensor):
        self.config = config
        self.running = True
        self.failures = 0
        self.connected = False
        self.sent = 0
        self._cloud = None
        self._next_try = utime.ticks_ms()
        self._reporting = _thread.allocate_lock()
        self._telemetry = Telemetry(sensor)
        self._backlog = Backlog(config["backlog"], BACKLOG)
        self._commands = Commands(self)
        self._watchdog = None

    def _topic(self, end):
        return "/%s/%s/user/%s" % (self.config["product"], self.config["device"], end)

    def wait_for_network(self):
        """Waits a while for the network; whether it is there. Without it, reports are kept."""
        stage, code = checkNet.wait_network_connected(min(NETWORK_WAIT, self.config["watchdog"] // 2))
        if (stage, code) != (3, 1):
            _log.warning("no network: %s is missing (%d)" % (STAGES[stage], code))
        return (stage, code) == (3, 1)

    def set_time(self):
        """Sets the clock by NTP; whether one of a few tries has succeeded."""
        for _ in range(NTP_TRIES):
            if ntptime.settime() == 0:
                return True
            utime.sleep(1)
        _log.warning("the time is not set")
        return False

    def connect(self):
        """Logs in and subscribes; whether that has succeeded."""
        c = self.config
        cloud = aLiYun(c["product"], c["product_secret"], c["device"], c["secret"])
        cloud.setCallback(self._commands.arrived)
        cloud.error_register_cb(self._lost)
        if cloud.setMqtt(c["device"], clean_session=True, keepAlive=KEEP_ALIVE, reconn=False) != 0:
            return False
        if cloud.subscribe(self._topic("get"), qos=0) != 0:
            return False
        self._cloud = cloud
        self.connected = True
        self.failures = 0
        cloud.start()
        _log.info("connected")
        return True

    def _lost(self, reason):
        self.connected = False
        _log.warning("the connection is lost")

    def publish(self, end, text):
        """Sends with QoS 1; whether the cloud has acknowledged it."""
        if not self.connected:
            return False
        if self._cloud.publish(self._topic(end), text, qos=1) != 0:
            _log.warning("no acknowledgement")
            self.connected = False
            self._cloud.close()
            return False
        self.sent += 1
        return True

    def report(self):
        """Sends a report, and those that could not be sent before, oldest first; keeps what cannot be sent."""
        with self._reporting:
            self._backlog.add(self._telemetry.report())
            while len(self._backlog) and self.publish("update", self._backlog.oldest()):
                self._backlog.drop_oldest()
            try:
                self._backlog.keep()
            except OSError as e:
                _log.warning("the backlog is not stored: %s" % e)

    def _reconnect(self):
        """Tries to connect, unless that is there or was tried a short while ago."""
        if self.connected or utime.ticks_diff(utime.ticks_ms(), self._next_try) < 0 or self.connect():
            return
        self.failures += 1
        seconds = backoff(self.failures)
        self._next_try = utime.ticks_add(utime.ticks_ms(), seconds * 1000)
        _log.warning("next try in %d s" % seconds)

    def _pause_until(self, moment):
        """Waits until that tick, or until the next try to connect; in steps that keep the watchdog fed."""
        step = self.config["watchdog"] * 500
        while self.running:
            self._watchdog.feed()
            left = utime.ticks_diff(moment, utime.ticks_ms())
            if not self.connected:
                left = min(left, utime.ticks_diff(self._next_try, utime.ticks_ms()))
            if left <= 0:
                return
            utime.sleep_ms(min(left, step))

    def run(self):
        """Until stop(): reports every `interval` seconds, and connects where there is no connection."""
        self._watchdog = WDT(self.config["watchdog"])
        if self.wait_for_network():
            self.set_time()
        self._watchdog.feed()
        due = self._next_try = utime.ticks_ms()
        while self.running:
            self._reconnect()
            if utime.ticks_diff(utime.ticks_ms(), due) >= 0:
                self.report()
                due = utime.ticks_add(due, self.config["interval"] * 1000)
            self._pause_until(due)
        self._watchdog.stop()
        if self._cloud is not None:
            self._cloud.disconnect()

    def start(self):
        """run() in a thread of its own."""
        _thread.start_new_thread(self.run, ())

    def stop(self):
        """Ends run(); soon."""
        self.running = False

    def set_interval(self, seconds):
        """A command: reports every so many seconds, also after the next start."""
        self.config["interval"] = seconds
        settings.save(self.config)
