import utime

count = 0


class Counter:
    step = 2

    def __init__(self):
        self.total = 0

    def add(self):
        self.total += step  # finds: undefined
        return total  # finds: undefined

    def again():
        return self.add()  # finds: undefined


def up():
    count += 1  # finds: undefined
    return cuont  # finds: undefined


def down():
    global count
    count -= 1


def late():
    return [each for each in range(3)] + [each]  # finds: undefined


prnit("a")  # finds: undefined
print(ure.compile("a"))  # finds: undefined
if true:  # finds: undefined
    print(utime.time(), Counter, up, down, late, null)  # finds: undefined
sums += 1  # finds: undefined
