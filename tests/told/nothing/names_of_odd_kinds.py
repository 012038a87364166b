globals()[5] = 6
error = NameError("name '' is not defined")
error.name = ["x"]
raise error
