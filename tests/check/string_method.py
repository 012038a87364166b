def header(line):
    text = "%s" % line
    text = text.strip()
    return text.ljust(20)  # finds: no-method
