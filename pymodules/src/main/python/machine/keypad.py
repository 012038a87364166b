"""machine.KeyPad - a keypad of rows and columns. Documentation: facts-board.md B2.100 to B2.102."""


class KeyPad:
    """KeyPad(row=4, col=4) -> a keypad, at the first lines of the module's. A test presses its keys."""

    def __init__(self, row=4, col=4):
        self._size = int(row), int(col)
        self._keypad = _host.keypad()
        self._function = None
        self._is_ready = False

    def init(self):
        """init() -> 0: keys are watched from now on; -1 where the module has fewer lines (guessed)."""
        rows, columns = self._size
        most = _host.keypadSize()
        if not most or not 0 < rows <= most[0] or not 0 < columns <= most[1]:
            has = "a keypad of at most %d x %d keys" % tuple(most) if most else "no keypad"
            _device.say("no-pin", "KeyPad(%d, %d): the %s has %s" % (rows, columns, _host.modelName(), has))
            return -1
        self._is_ready = True
        self._keypad.watch(rows, columns, self._tell)
        return 0

    def _tell(self, event):
        if self._function is not None:
            self._function(event)

    def set_callback(self, usrFun):
        """set_callback(usrFun) -> 0: usrFun([1 pressed or 0 released, row, column]), counted from 0."""
        self._function = usrFun
        return 0

    def deinit(self):
        """deinit() -> 0: keys are not watched from now on."""
        if self._is_ready:
            self._keypad.ignore()
            self._is_ready = False
        return 0
