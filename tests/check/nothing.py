# Names that hide modules, values that are not known, guards: nothing here is to be found.
import log
import utime
import uos
import ujson as json
from usr import helper
from misc import Power

try:
    import usys as sys
except ImportError:
    import sys

try:
    unicode_error = UnicodeDecodeError
except NameError:
    unicode_error = ValueError


class Queue:
    def __init__(self, most=None):
        self.items = []
        self.most = most

    def put(self, item, *rest, **options):
        self.items.append(item)
        self.items.reverse()
        options.update(more=1)
        return self.partition(item)

    def partition(self, item):
        return item.partition(":")


def reversed(items):
    return items[::-1]


def run(client, names=()):
    queue = Queue(3)
    queue.put(1, 2, most=3)
    queue.put(client.ljust(3))
    log = queue
    log.put("a")
    total: int = 0
    for name in reversed(list(names)):
        total += len(name)
    if (n := total) > 1:
        print("%d of %s" % (n, name), end="")
    a, *b = names
    first = [each.zfill(2) for each in b]
    print(*first, sep=", ")
    with open("/usr/a.json") as file:
        data = json.load(file)
    return data.casefold(), sys.implementation, a


log = log.getLogger("nothing")
log.info("%s", uos.uname())
print(Power.powerOnReason(), utime.localtime()[0], min([1], default=0), helper)
