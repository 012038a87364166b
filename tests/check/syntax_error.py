def add(a, b):
    return a +  # finds: syntax
