# A decorator, or a script of the person's own, may call main(); nothing here is to be found.
from usr import helper


@helper.route("/")
def main():
    print("hello")


helper.run()
