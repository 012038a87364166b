import ure

ure.match("[0-9]{3}", "123")  # finds: pattern
ure.search(r"a\r\n", "a")  # finds: pattern
ure.compile("(?i)a")  # finds: pattern
ure.compile("(?P<x>a)")  # finds: pattern
ure.compile(b"[\\w.]+")  # finds: pattern
ure.compile(r"\bx")  # finds: pattern
PATTERN = "a{2,}"  # finds: pattern
ure.search(PATTERN, "aa")
ure.search("(?:a|b)+[^0-9]\r\n\\d[\\]{1}]{", "a")
ure.search(r"{x}\.\w*", "a")
