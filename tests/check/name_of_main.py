def main():
    print("hello")


if __name__ == "main":  # finds: uncalled
    main()
