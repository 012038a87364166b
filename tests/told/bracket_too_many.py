# says 2: syntax: ) closes nothing. Remove it, or open it before.
print('hello'))
