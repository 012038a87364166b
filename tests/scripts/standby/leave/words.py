# Words that load library code: hex fromhex format re.compile uasyncio bytearray bytes split join center
import re
import uasyncio


async def main():
    await uasyncio.sleep_ms(1)


uasyncio.create_task(main())
print("%s %r" % ("left", b"left"), re.match("l", "left"))
uasyncio.run(main())
