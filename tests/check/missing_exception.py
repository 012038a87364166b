try:
    print(open("/usr/count.txt").read())
except FileNotFoundError:  # finds: no-builtin
    print("none")
