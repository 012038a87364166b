"""Commands from the cloud: JSON objects such as {"do": "interval", "seconds": 30}."""

import ujson

SHORTEST, LONGEST = 10, 3600  # seconds


class Commands:
    """Does what arrives, and answers on .../user/update with {"done": ...} or {"refused": ...}."""

    def __init__(self, tracker):
        self._tracker = tracker
        self._known = {"interval": self._interval, "report": self._report, "stop": self._stop}

    def arrived(self, topic, message):
        """The cloud client's callback."""
        self._tracker.publish("update", ujson.dumps(self.execute(message)))

    def execute(self, message):
        """Does a command; what is answered to it."""
        try:
            command = ujson.loads(message)
            name = command["do"]
        except (ValueError, KeyError, TypeError):
            return {"refused": "no command"}
        action = self._known.get(name)
        if action is None:
            return {"refused": "unknown command"}
        reason = action(command)
        return {"refused": reason} if reason else {"done": name}

    def _interval(self, command):
        seconds = command.get("seconds")
        if not isinstance(seconds, int) or not SHORTEST <= seconds <= LONGEST:
            return "seconds must be %d to %d" % (SHORTEST, LONGEST)
        self._tracker.set_interval(seconds)

    def _report(self, command):
        self._tracker.report()

    def _stop(self, command):
        self._tracker.stop()
