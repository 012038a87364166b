error = ImportError("no module named 'requests'")
error.missing = "a b'" * 1000
raise error
