"""What is wrong with a text that no Python reads, for ``qpy check`` and for a script that is run alike.

``told(source, e)`` gives (line, column, message, advice), both places from 1; ``e`` is the SyntaxError of the interpreter.
"""

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_LONGEST = 200_000  # of a source whose brackets are counted, in characters
_CORRECT = "Correct it: no Python reads this"
# Characters of other keyboards, and what was meant
_MEANT = dict(zip("，（）：；。【】！＝＋“”‘’｛｝％＜＞－–—×", ",():;.[]!=+\"\"''{}%<>---*"))
_WORDS = ("async", "await", "class", "def", "del", "from", "global", "import", "in", "is", "lambda", "nonlocal", "pass", "raise",
          "return", "try", "while", "with", "yield", "for", "if", "else", "and", "or", "not", "as", "None", "True", "False")  # fmt: skip
# What stands in a line that other languages have, and what Python has
_FOREIGN = (("++", "Write += 1"), ("--", "Write -= 1"), ("&&", "Write and"), ("||", "Write or"), ("else if", "Write elif"))
_SAID = {
    "invalid syntax. Perhaps you forgot a comma?": ("something is missing between two values", "Write a comma"),
    "multiple exception types must be parenthesized": ("except A, e is Python 2's", "Write except A as e"),
    "unexpected indent": ("the line is indented, and nothing above it asks for that", "Remove the blanks at its beginning"),
    "unindent does not match any outer indentation level": (
        "the line's indentation is that of no line above", "Indent it as those that it belongs to"),
    "expected 'except' or 'finally' block": ("a try ends without except", "Write except after its block"),
    "expected 'else' after 'if' expression": ("a if b has no else", "Write a if b else c"),
    "'return' outside function": ("return stands outside of a function", "Leave it out, or put it into a function"),
    "'break' outside loop": ("break stands outside of a loop", "Leave it out, or put it into a loop"),
    "'continue' not properly in loop": ("continue stands outside of a loop", "Leave it out, or put it into a loop"),
    "'await' outside function": ("await stands outside of a function", "Put it into an async def, for uasyncio to run"),
    "'await' outside async function": ("await stands outside of an async def", "Write async def"),
    "positional argument follows keyword argument": ("an argument without a name follows one with a name", "Put it before"),
}  # fmt: skip


def told(source, e):
    """(line, column, message, advice) of a SyntaxError that the interpreter has raised for a source."""
    lines = source.split("\n")
    line = min(max(e.lineno or 1, 1), len(lines))
    column = max(e.offset or 1, 1)
    text = e.msg or "invalid syntax"
    if text == "unexpected indent" and len(source) <= _LONGEST:  # GraalPy does not say where
        line, column = _unexpected_indent(source) or (line, column)
    return (
        _of_bracket(source, line, column, text)
        or _of_text(text, lines, line, column)
        or (line, column, *(_of_line(lines[line - 1], column) or (text.rstrip("?"), _CORRECT)))
    )


def _of_bracket(source, line, column, text):
    """A bracket that is not closed, where that is why the source cannot be read."""
    if len(source) > _LONGEST or "string literal" in text:
        return None
    found = _bracket(source)
    if found is None:
        return None
    opened, closed = found
    if opened is None:
        return (*closed[1:], "%s closes nothing" % closed[0], "Remove it, or open it before")
    if "never closed" not in text and "not match" not in text and opened[1:] > (line, column):
        return None
    message = "%s is never closed" % opened[0]
    if closed:
        message += ": %s comes first, in line %d" % closed[:2]
    return (*opened[1:], message, "Write %s where it ends" % _CLOSING[opened[0]])


def _bracket(source):
    """(the bracket that is not closed, what comes instead), each (character, line, column) or None; None where all are closed."""
    open_ = []
    for c, line, column in _marks(source):
        if c in _CLOSING:
            open_.append((c, line, column))
        elif c in ")]}":
            if not open_:
                return None, (c, line, column)
            opened = open_.pop()
            if _CLOSING[opened[0]] != c:
                return opened, (c, line, column)
    return (open_[0], None) if open_ else None


def _marks(source):
    """(character, line, column) of what is neither blank nor in a string or comment; of a string, its first quote."""
    line, start, i = 1, 0, 0
    while i < len(source):
        c = source[i]
        if c == "\n":
            line, start = line + 1, i + 1
        elif c == "#":
            i = source.find("\n", i)
            if i < 0:
                return
            continue
        elif c in "\"'":
            yield c, line, i - start + 1
            last = _end_of_string(source, i)
            line += source.count("\n", i, last)
            start = max(start, source.rfind("\n", 0, last) + 1)
            i = last
            continue
        elif c not in " \t\r\f":
            yield c, line, i - start + 1
        i += 1


def _unexpected_indent(source):
    """(line, column) of the first line that is indented more than that before it, which does not end with a colon."""
    depth, last, before, width = 0, ":", 0, 0
    for c, line, column in _marks(source):
        if line != before and depth == 0 and last != "\\":
            if column > width and last != ":":
                return line, column
            width = column
        depth += (c in "([{") - (c in ")]}")
        last, before = c, line
    return None


def _end_of_string(source, start):
    """Where the string that begins here has ended: after its last quote, or at the end of its line."""
    quote = source[start] * 3 if source.startswith(source[start] * 3, start) else source[start]
    i = start + len(quote)
    while i < len(source) and not source.startswith(quote, i):
        if source[i] == "\n" and len(quote) == 1:
            return i
        i += 2 if source[i] == "\\" else 1
    return min(i + len(quote), len(source))


def _of_text(text, lines, line, column):
    """By what the interpreter says."""
    if text in _SAID:
        return (line, column, *_SAID[text])
    if text == "expected ':'" and lines[line - 1][column - 1 :].startswith("if ") and lines[line - 1][: column - 1].strip() == "else":
        return line, column, "Python has no else if", "Write elif"
    if text == "expected ':'":
        return _colon(lines, line, column)
    if text.startswith("expected an indented block after "):
        what, _, number = text[len("expected an indented block after ") :].partition(" on line ")
        what = {"function definition": "def", "class definition": "class"}.get(what, what.split()[0].strip("'"))
        return line, column, "nothing is indented after the %s of line %s" % (what, number), "Indent what belongs to it"
    if text.startswith("unterminated triple-quoted"):
        return line, column, "a string in triple quotes is never closed", "Write three quotes where it ends"
    if text.startswith("unterminated string"):
        return line, column, "a string is not closed in its line", "Write the quote where it ends, or three for several lines"
    if text.startswith("Missing parentheses in call to "):
        name = text.split("'")[1]
        return line, column, "%s without parentheses is Python 2's" % name, "Write %s(…)" % name
    if text.startswith("invalid character ") or text.startswith("invalid non-printable character"):
        return _character(text, lines, line, column)
    if "instead of '='" in text:
        return line, column, "= gives a value, and here one is compared", "Write =="
    return None


def _colon(lines, line, column):
    """A missing colon: the place is after it."""
    if not lines[line - 1][: column - 1].strip():
        line -= 1
        while line > 1 and not lines[line - 1].strip():
            line -= 1
        column = len(lines[line - 1].rstrip()) + 1
    return line, column, "a : is missing", "Write : before what is indented"


def _character(text, lines, line, column):
    """One that Python does not have; CPython says where the word begins that it is in."""
    number = text.rpartition("U+")[2].rstrip(")")
    c = chr(int(number, 16))
    column = lines[line - 1].find(c, column - 1) + 1 or column
    shown = "'%s' (U+%s)" % (c, number) if c.isprintable() else "U+" + number
    message = shown + " stands outside of quotes"
    return line, column, message, "Write %s in its place" % _MEANT.get(c, "a blank")


def _of_line(line, column):
    """By what stands in the line: (message, advice)."""
    code = line.partition("#")[0].strip()
    before = line[: column - 1].rstrip()
    for word in _WORDS:
        if before == word or (before.endswith(word) and not (before[-len(word) - 1].isalnum() or before[-len(word) - 1] in "_.")):
            if line[column - 1 : column] in ("=", ".", ",", ")"):
                return "%s is a word of the language, no name" % word, "Take another name"
    for sign, advice in _FOREIGN:
        if sign in code and "'" not in code and '"' not in code:
            return "Python has no %s" % sign, advice
    if code.startswith("raise ") and "," in code and "(" not in code:
        return "raise A, b is Python 2's", "Write raise A(b)"
    return None
