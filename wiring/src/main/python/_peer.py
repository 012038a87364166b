"""_peer - runs a peer: a script with a class Peer, on a device of its own beside the one that it is connected to."""


def send(data):
    """send(data): the device receives it, at its port's rate. str is sent as UTF-8; TypeError for what has no bytes."""
    if not isinstance(data, (str, bytes, bytearray, memoryview)):
        raise TypeError("send() takes bytes or str, not '%s'" % type(data).__name__)
    _host.send(data.encode() if isinstance(data, str) else bytes(data))


def drive(file, source):
    """Makes a Peer, and hands it what the device sends, until the device is switched off."""
    names = {"__name__": file.rpartition("/")[2].removesuffix(".py"), "__file__": file, "send": send}
    try:
        exec(_device.compile(source, file), names)
        if "Peer" not in names:
            _host.failed("there is no class Peer in it")
            return
        peer = names["Peer"]()
    except (Exception, SystemExit) as e:
        _host.failed(_line(e))
        return
    while True:
        data = _host.next()
        if data is None:
            return
        try:
            peer.received(data)
        except Exception as e:
            _host.failed(_line(e))
        except SystemExit:
            _host.failed("it has ended itself, and hears nothing from now on")
            return


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
