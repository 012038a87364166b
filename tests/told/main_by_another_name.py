# says 6 in check: uncalled: __name__ is never 'main'. Write '__main__'.
def main():
    print('started')


if __name__ == 'main':
    main()
