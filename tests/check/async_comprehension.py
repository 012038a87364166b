async def readings(source):
    first = [each for each in (1, 2)]
    return first + [
        each async for each in source  # finds: async-comprehension
    ]
