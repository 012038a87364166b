# says 6 in check: uncalled: main is named and not called. Write main().
def main():
    print('started')


main
