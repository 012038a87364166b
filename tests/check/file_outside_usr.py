def save(text):
    with open("/usr/log.txt", "a") as file:
        file.write(text)
    with open("/tmp/log.txt", "a") as file:  # finds: path
        file.write(text)
