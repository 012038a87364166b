import uasyncio
from micropython import const

LIMIT = const(3)


async def count():
    for i in range(LIMIT):
        await uasyncio.sleep(0)
    print("counted", 7.5 // 2)


class Named:
    __private = 1


uasyncio.run(count())
print(Named.__private, Named.__qualname__)
exec("def f(): return LIMIT")
print(f(), eval("LIMIT + 1"))
