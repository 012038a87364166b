open("a" * 5000)
