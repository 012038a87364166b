# says 2 in run: undefined: nothing here is named 'xrange'. Use range.
for i in xrange(3):
    print(i)
