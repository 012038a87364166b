__import__("a\nb")
