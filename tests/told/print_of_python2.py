# says 2: syntax: print without parentheses is Python 2's. Write print(…).
print 'hello'
