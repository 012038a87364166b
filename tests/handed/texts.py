try:
    {}["key"]
except KeyError as e:
    print(e, e.args)
try:
    [].index(1)
except ValueError as e:
    print(e)
missing
