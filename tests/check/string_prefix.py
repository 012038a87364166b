import ure

digits = ure.compile(R"[0-9]+")  # finds: string-prefix
print(digits.match("12").group(0))
