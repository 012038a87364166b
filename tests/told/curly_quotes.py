# says 2: syntax: '“' (U+201C) stands outside of quotes. Write " in its place.
print(“hello”)
