x = []
try:
    while True:
        x.append([1, 2, 3])
except MemoryError as e:
    x = None
    print('MemoryError', e)
y = []
while True:
    y.append('abc' * 100)
