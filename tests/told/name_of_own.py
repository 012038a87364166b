# says 6 in run: undefined: nothing here is named 'temprature'. Did you mean temperature?
temperature = 21


def show():
    print(temprature)


show()
