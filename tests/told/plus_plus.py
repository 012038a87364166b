# says 3: syntax: Python has no ++. Write += 1.
count = 0
count++
