UNIT = "\N{DEGREE SIGN}C"  # finds: name-escape
RAW = r"\N{2}"
