with open("/usr/left.txt", "w") as file:
    file.write("left")
forgotten = open("/usr/left.txt")
print(forgotten.read(1))
