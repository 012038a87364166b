# says 2: syntax: a : is missing. Write : before what is indented.
for i in range(3)
    print(i)
