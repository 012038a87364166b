"""sys_bus - messages between parts of a script. Documentation: facts.md 10.13, facts-board.md B12.31."""

import _thread as _threads

_handlers = {}


def subscribe(topic, handler):
    """subscribe(topic, handler): has handler(topic, msg) called for each message."""
    _handlers.setdefault(topic, []).append(handler)


def publish(topic, msg):
    """publish(topic, msg): calls each handler of the topic, in a thread of its own."""
    for handler in _handlers.get(topic, ()):
        _threads.start_new_thread(handler, (topic, msg))


publish_async = publish


def publish_sync(topic, msg):
    """publish_sync(topic, msg): calls each handler of the topic in the caller's thread, one after the other. Newer firmware."""
    for handler in tuple(_handlers.get(topic, ())):
        handler(topic, msg)


def sub_table(topic=None):
    """sub_table([topic]) -> {topic: [handler, ...]}, or the list of one topic. KeyError where there is none."""
    return _handlers if topic is None else _handlers[topic]


def unsubscribe(topic, cb=None):
    """unsubscribe(topic[, cb]) -> whether the topic, or this handler of it, was there; it is not any more."""
    if topic not in _handlers or (cb is not None and cb not in _handlers[topic]):
        return False
    if cb is None:
        del _handlers[topic]
    else:
        _handlers[topic].remove(cb)
    return True
