text = b"\xff\x80".decode()
print(len(text), text.encode() == b"\xff\x80", "abc".startswith("a"), b"abc".endswith(b"c"))
print(text)
