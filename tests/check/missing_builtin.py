def backwards(items):
    for each in reversed(items):  # finds: no-builtin
        print(each)
