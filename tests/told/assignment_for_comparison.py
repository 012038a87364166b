# says 3: syntax: = gives a value, and here one is compared. Write ==.
state = 1
if state = 1:
    print('registered')
