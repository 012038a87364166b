count = 0

def work():
    global count
    count += 1
    for i in range(2):
        pass
    else:
        count += 10
    while count < 12:
        count += 1
    try:
        raise ValueError
    except ValueError:
        return count
    finally:
        count += 100

def fail():
    return [][0]
