"""_peer - runs a peer: a script with a class Peer, on a device of its own beside the one that it is connected to."""

_SHOWN = 40


def _send(data):
    """send(data): the device receives it, at its port's rate. str is sent as UTF-8. TypeError for what has no bytes, ValueError
    without a serial port."""
    if not isinstance(data, (str, bytes, bytearray, memoryview)):
        raise TypeError("send() takes bytes or str, not '%s'" % type(data).__name__)
    if not _host.send(data.encode() if isinstance(data, str) else bytes(data)):
        raise ValueError("no serial port is connected to this peer")


def _drive(pin, level):
    """drive(pin, level): drives a pin, 5 or "GPIO5", from now on; level None lets go of it. ValueError for one not connected."""
    number = _number(pin)
    if not (_host.letGo(number) if level is None else _host.drive(number, 1 if level else 0)):
        raise ValueError("%s is not connected to this peer" % (pin,))


def _level(pin):
    """level(pin) -> 0 or 1, whoever makes it. ValueError for a pin that is not connected."""
    found = _host.level(_number(pin))
    if found < 0:
        raise ValueError("%s is not connected to this peer" % (pin,))
    return found


def _number(pin):
    if isinstance(pin, str):
        return int(pin[4:]) if pin.startswith("GPIO") and pin[4:].isdigit() else -1
    return pin


def drive(file, source):
    """Makes a Peer, and makes the board's calls of it, until the device is switched off."""
    try:
        _serve(file, source)
    finally:
        _host.end()


def _serve(file, source):
    names = {"__name__": file.rpartition("/")[2].removesuffix(".py"), "__file__": file}
    names.update(send=_send, drive=_drive, level=_level)
    try:
        exec(_device.compile(source, file), names)
        if "Peer" not in names:
            _host.failed("there is no class Peer in it")
            return
        peer = names["Peer"]()
    except (Exception, SystemExit) as e:
        _host.failed(_line(e))
        return
    _host.begun()
    while True:
        call = _host.next()
        try:
            _make(peer, call)
        except Exception as e:
            call.fail(_line(e))
        except SystemExit:
            call.fail("it has ended itself, and hears nothing from now on")
            return


def _make(peer, call):
    """Makes one call, and hands back what it gives."""
    name, want, arguments = call.method(), call.want(), call.arguments()
    if want == "attribute":
        if not hasattr(peer, name):
            call.fail("its Peer has no attribute '%s'" % name)
            return
        setattr(peer, name, arguments[0])
        call.giveTruth(True)
        return
    method = getattr(peer, name, None)
    if method is None:
        if want != "told":
            call.fail("there is no %s() in its class Peer" % name)
        return
    given = method(*arguments)
    if want == "truth":
        _give_truth(call, given)
    elif want == "bytes":
        _give_bytes(call, given, arguments[0])


def _give_truth(call, given):
    if given is None or isinstance(given, bool):
        call.giveTruth(given is not False)
    else:
        call.fail("%s() gave %s, want True or False" % (call.method(), _shown(given)))


def _give_bytes(call, given, asked):
    count = asked if isinstance(asked, int) else len(asked)
    name = "%s(%s)" % (call.method(), asked if isinstance(asked, int) else "%d bytes" % count)
    if not isinstance(given, (bytes, bytearray)):
        call.fail("%s gave %s, want bytes" % (name, _shown(given)))
    elif len(given) != count:
        call.fail("%s gave %d bytes, want %d" % (name, len(given), count))
    else:
        call.giveBytes(bytes(given))


def _shown(value):
    text = repr(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def _line(e):
    """The exception on one line, with its place."""
    lines = _device.traceback(e).rstrip().split("\n")
    places = [line.split('"') for line in lines if line.startswith('  File "')]
    what = lines[-1]
    if not places:
        return what
    _, file, rest = places[-1][:3]
    number = rest.removeprefix(", line ").split(",")[0]
    return "%s:%s: %s" % (file.rpartition("/")[2], number, what)
