# A coroutine is a generator: any generator can be awaited, and what it yields reaches who drives the coroutine.
def pause(n):
    for i in range(n):
        got = yield i
        print("got", got)
    return n * 10


class Gate:
    async def __aenter__(self):
        print("enter", await pause(1))
        return self

    async def __aexit__(self, kind, error, trace):
        print("exit", kind is None, await pause(1))


async def work():
    async with Gate():
        print("inside", await pause(2))
    return "done"


task = work()
sent = None
while True:
    try:
        print("yielded", task.send(sent))
        sent = "x" if sent is None else sent + "x"
    except StopIteration as e:
        print("value", e.value)
        break
