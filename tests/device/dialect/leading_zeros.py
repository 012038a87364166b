# Numbers that begin with zeros are decimal.
print(03 + 010, (2021, 03, 08, 09, 0007), 00, 000, 0.5, 01.5, 1e03, 0x0f)
print([00000000000000000000123], "08", -09)
try:
    raise ValueError(08)
except (ValueError, TypeError) as e:
    print(e.args[0], 08)
