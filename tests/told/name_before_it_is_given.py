# says 3 in run: undefined: nothing here is named 'total'. Give it a value, or import it, first.
def report():
    print(total)


report()
total = 5
