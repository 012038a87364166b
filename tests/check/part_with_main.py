# whole.py imports it and calls its main().
def main():
    print("hello")
