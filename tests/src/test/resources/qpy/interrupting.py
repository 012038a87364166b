"""interrupting - a module of KeyboardInterruptTest's."""


def interrupt(value):
    """Ctrl-C comes while Java looks at the value."""
    _host.interrupt(value)
