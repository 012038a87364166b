"""Reports that could not be sent yet."""

import uos


class Backlog:
    """Backlog(size, path): the newest reports, at most `size`; the oldest give way. keep() stores them in a file of lines."""

    def __init__(self, size, path):
        if size < 1:
            raise ValueError("a backlog keeps at least one report")
        self._size = size
        self._path = path
        lines = self._load()
        self._reports = lines[-size:]
        self._stored = len(self._reports)  # of them are in the file, the first ones
        self._sent = False  # whether one that is in the file was sent
        self._overrun = len(lines) - self._stored  # how many that are in the file gave way
        self.dropped = 0

    def __len__(self):
        return len(self._reports)

    def add(self, report):
        """add(report): one line of text."""
        if len(self._reports) == self._size:
            self._overrun += 1 if self._stored else 0
            self.dropped += 1
            self._pop()
        self._reports.append(report)

    def oldest(self):
        """oldest() -> the report that is to be sent next."""
        return self._reports[0]

    def drop_oldest(self):
        """drop_oldest(): it was sent."""
        self._sent = self._sent or self._stored > 0
        self._pop()

    def keep(self):
        """keep(): from now on all of them survive a power cut. A report that is sent at once never reaches the flash."""
        if self._sent or self._overrun >= self._size:
            self._rewrite()
        elif self._stored < len(self._reports):
            self._write(self._path, "a", self._reports[self._stored :])
        self._stored = len(self._reports)

    def _pop(self):
        self._reports.pop(0)
        self._stored = max(0, self._stored - 1)

    def _rewrite(self):
        """Beside the file first: whenever the power fails, all of them are there, and perhaps some that were sent."""
        if self._reports:
            self._write(self._path + ".new", "w", self._reports)
            uos.rename(self._path + ".new", self._path)
        else:
            uos.remove(self._path)
        self._sent, self._overrun = False, 0

    @staticmethod
    def _write(path, mode, reports):
        with open(path, mode) as file:
            for report in reports:
                file.write(report + "\n")

    def _load(self):
        try:
            with open(self._path) as file:
                return [line[:-1] for line in file if line.endswith("\n")]
        except OSError:
            return []
