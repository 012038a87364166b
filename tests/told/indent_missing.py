# says 3: syntax: nothing is indented after the while of line 2. Indent what belongs to it.
while True:
print('hello')
