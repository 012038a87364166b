# What exceptions hold when they are caught by name.
try:
    {}["k"]
except KeyError as e:
    print(e.args, type(e.args[0]), e, str(e), e.args[0] + "!")
for made in (OSError(5, "x"), OSError(5), OSError("x y", 2), OSError(), OSError("text"), KeyError("a", "b"), KeyError(), KeyError(3)):
    try:
        raise made
    except Exception as e:
        print(e.args)
    try:
        raise made
    except (OSError, KeyError) as e:
        print(e.args)
try:
    open("no/such/file")
except OSError as e:
    print(e.args)
