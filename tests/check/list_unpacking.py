def frame(head, body):
    sizes = print(*body)
    return [head, *body, 0]  # finds: unpacking
