# says 2: syntax: [ is never closed: } comes first, in line 2. Write ] where it ends.
settings = {'ports': [1883, 8883}
print(settings)
