def last(items, i):
    if (n := len(items)) == 0:
        return None
    return items[i := n - 1]  # finds: walrus
