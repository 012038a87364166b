def retry(times):
    return lambda function: function


class Net:
    def __init__(self):
        self.wrappers = {"twice": retry}


net = Net()


@net.wrappers["twice"](2)  # finds: decorator
def send():
    return 0
