# says 2 in run: undefined: nothing here is named 'null'. Write None.
reading = null
print(reading)
