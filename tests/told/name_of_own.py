# says: no name temprature is known here; did you mean temperature?
temperature = 21


def show():
    print(temprature)


show()
