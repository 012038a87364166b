# What ure's engine, re1.5, does with ends of lines, and text and bytes in place of each other.
import ure

print([ure.search("(.*)OK", "+CSQ: 31,99\r\n\r\nOK\r\n").group(1)])
print(ure.match("a.c", "a\nc").group(0), ure.match("a$", "a\n"), ure.match("a$", "a").group(0), ure.search("b$", "ab\nb").group(0))
print(ure.match("[$]a\\$b$", "$a$b").group(0), ure.match("a$|b", "b").group(0))
print(ure.match("a(.)", b"abc").group(1), ure.search(b"(b)", "abc").group(1), ure.compile("x").match(b"x").group(0))
print(ure.compile(",").split(b"a,b"), ure.compile(b",").split("a,b"))
pattern = ure.compile("[0-9]+")
print(pattern.match("12a").group(0), pattern.match(b"34").group(0), ure.match(pattern, "5").group(0))
