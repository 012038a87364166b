raise AttributeError("no such sensor", name="level")
