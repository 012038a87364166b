def copy(source, target):
    with open(source) as a, open(target, "w") as b:
        b.write(a.read())
    with (  # finds: with-parentheses
        open(source) as a,
        open(target, "w") as b,
    ):
        b.write(a.read())
