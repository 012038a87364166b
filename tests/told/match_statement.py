# says 3 in check: match: MicroPython has no match statement. Use if and elif.
state = 1
match state:
    case 1:
        print('registered')
