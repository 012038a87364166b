# says 2: syntax: '（' (U+FF08) stands outside of quotes. Write ( in its place.
print（'hello'）
