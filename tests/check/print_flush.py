print("waiting", end="", flush=True)  # finds: keyword
