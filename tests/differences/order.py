"""Dictionaries and sets keep no particular order on the module; here a dictionary has the order of its keys' arrival.

Cause: the module's are plain hash tables. Workaround: sort, or use ucollections.OrderedDict.
"""

settings = {"host": 1, "port": 2, "keepalive": 3}
print(list(settings))  # the module: in the order of the hashes
print("portable:", sorted(settings))
