e = AttributeError("module 'log' has no attribute 'getLogger'")
raise e
