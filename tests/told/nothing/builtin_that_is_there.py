e = NameError("name 'print' is not defined")
raise e
