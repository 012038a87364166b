# says 5: syntax: Python has no else if. Write elif.
state = 2
if state == 1:
    print('one')
else if state == 2:
    print('two')
