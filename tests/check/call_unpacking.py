def send(*parts):
    print(*parts, *parts)  # finds: unpacking
