def handle(topic, msg):
    match topic:  # finds: match
        case b"on":
            print(msg)
        case _:
            print("unknown")
