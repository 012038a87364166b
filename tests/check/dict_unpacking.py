defaults = {"qos": 1}


def options(**own):
    return {**defaults, "retain": False}  # finds: unpacking
