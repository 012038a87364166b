"""Regular expressions that GraalPy's engine reads and the module's, re1.5, takes for something else or refuses."""

_NAMED_IN_SETS = (1, 28)  # the oldest firmware that was seen to have them
_CONTROLS = "rntfv"


def doubt(pattern, version):
    """(what is wrong, what to write) of the first such thing in a pattern, or None."""
    at, in_set = 0, False
    while at < len(pattern):
        each, after = pattern[at], pattern[at + 1 : at + 2]
        found = None
        if each == "\\":
            found = _of_escape(after, in_set, version)
            at += 1
        elif in_set:
            in_set = each != "]"
        elif each == "[":
            in_set = True
        elif each == "(" and after == "?" and pattern[at + 2 : at + 3] != ":":
            found = "(?%s is an error in the module's regular expressions" % pattern[at + 2 : at + 3], "Use plain groups: (…) or (?:…)"
        elif each == "{":
            found = _of_count(pattern, at)
        if found:
            return found
        at += 1
    return None


def _of_escape(letter, in_set, version):
    if letter and letter in _CONTROLS:
        return "\\%s in a pattern is the letter %s on the module" % (letter, letter), "Leave out the r before the string, or one of two \\"
    if in_set and letter and letter in "dDsSwW" and version < _NAMED_IN_SETS:
        return "\\%s between [ and ] is the letter %s on the module" % (letter, letter), "Write the characters: 0-9, A-Za-z0-9_"
    if not in_set and letter and letter in "bBAZ":
        return "\\%s in a pattern is the letter %s on the module" % (letter, letter), "Do without it"
    return None


def _of_count(pattern, at):
    end = pattern.find("}", at)
    inner = pattern[at + 1 : end] if end > 0 else ""
    if at and inner and inner.replace(",", "", 1).isdigit():
        return "{%s} is no count in the module's regular expressions, but these characters" % inner, "Repeat what stands before it"
    return None
