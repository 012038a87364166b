"""Reports that could not be sent yet."""


class Backlog:
    """The newest reports, at most `size`; the oldest give way."""

    def __init__(self, size):
        if size < 1:
            raise ValueError("a backlog keeps at least one report")
        self._size = size
        self._reports = []
        self.dropped = 0

    def __len__(self):
        return len(self._reports)

    def add(self, report):
        if len(self._reports) == self._size:
            self.drop_oldest()
            self.dropped += 1
        self._reports.append(report)

    def oldest(self):
        return self._reports[0]

    def drop_oldest(self):
        self._reports.pop(0)
