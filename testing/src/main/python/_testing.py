"""_testing - runs the tests of one file and tells Java how each went; only there under `qpy test`."""

import _ast

import _asserts

_cases = _device.library("unittest/cases")
_GENERATOR, _COROUTINE = 0x20, 0x80  # flags of a code object
_ONLY_AST = 0x400  # a flag of compile()


class _Test:
    """One test: a function of the file, or a method of a class of tests."""

    def __init__(self, name, function, case=None):
        self.name = name
        self.function = function
        self.case = case
        code = getattr(function, "__code__", None)
        self.line = code.co_firstlineno if code else 1

    def method(self, case):
        return getattr(case, self.name.rpartition("::")[2])

    def skip_reason(self):
        for each in (self.function, self.case):
            reason = getattr(each, "_skip_reason", None)
            if reason is not None:
                return reason
        return None


class _Outcome:
    """How a test went: the first that goes wrong decides, what goes wrong after it is told too."""

    def __init__(self, file):
        self._file = file
        self.kind = "PASSED"
        self.reason = ""
        self.line = 0
        self.details = []

    def call(self, function, kind="FAILED"):
        """Calls it; whether it has returned. `kind` is what it is when it raises."""
        try:
            function()
            return True
        except _cases.SkipTest as e:
            self._end("SKIPPED", str(e.args[0]) if e.args else "", e)
        except SystemExit as e:
            self.failed("ERROR", e, _text(_device.traceback(e)).rstrip(": ") + ", which ends a script or a thread")
        except BaseException as e:
            self.failed(kind, e)
        return False

    def failed(self, kind, e, reason=None, label=""):
        traceback = _device.traceback(e)
        self._end(kind, label + (reason or _text(traceback)), e)
        self.details.append((label + "\n" if label else "") + traceback)
        _device.explain(e)

    def unexpected(self, kind, reason):
        self.kind, self.reason, self.details = kind, reason, []

    def _end(self, kind, reason, e):
        if self.kind in ("PASSED", "SKIPPED"):
            self.kind, self.reason, self.line = kind, reason, self._line(e)

    def _line(self, e):
        """The last line of the test's file that the exception has passed."""
        if isinstance(e, SyntaxError) and e.filename == self._file:
            return e.lineno or 0
        line, tb = 0, e.__traceback__
        while tb is not None:
            if tb.tb_frame.f_code.co_filename == self._file:
                line = tb.tb_lineno
            tb = tb.tb_next
        return line


def _text(traceback):
    """The exception at a traceback's end, on one line; an assert needs no name."""
    lines = traceback.rstrip().split("\n")
    while lines and (lines[0].startswith("Traceback ") or lines[0].startswith("  File ")):
        del lines[0]
    return "; ".join(line.strip() for line in lines).removeprefix("AssertionError: ")


class _File:
    """A file of tests: what is in it, and running that."""

    def __init__(self, file, host):
        self._file = file
        self._host = host
        self._case = None  # the class whose tests run
        self._set_up = False  # whether its setUpClass() has returned

    def run(self, tests):
        for test in tests:
            if self._host.wanted(test.name):
                self._enter(test)
        self._leave_case()

    def _enter(self, test):
        if test.case is not self._case:
            self._leave_case()
        self._host.begin(test.name, test.line)
        outcome = _Outcome(self._file)
        if test.skip_reason() is not None:
            outcome.unexpected("SKIPPED", str(test.skip_reason()))
        elif test.case is None:
            self._host.disturb()
            self._run_function(test, outcome)
        elif self._enter_case(test.case, outcome):
            self._host.disturb()
            self._run_method(test, outcome)
        self._host.calm()
        self._expect_failure(test, outcome)
        if _device.checkpoint:
            _device.checkpoint()
        self._host.end(outcome.kind, outcome.reason, "".join(outcome.details), outcome.line)

    def _enter_case(self, case, outcome):
        """Makes it the class whose tests run; whether its setUpClass() has returned."""
        if self._case is not case:
            self._case = case
            self._set_up = outcome.call(_class_method(case, "setUpClass"), "ERROR")
            self._set_up_outcome = outcome
        elif self._set_up_outcome.kind == "SKIPPED":
            outcome.unexpected("SKIPPED", self._set_up_outcome.reason)
        elif not self._set_up:
            outcome.unexpected("ERROR", "setUpClass() of %s has raised, before its first test" % case.__name__)
        return self._set_up

    def _leave_case(self):
        """tearDownClass() of the class that has ended; it is a result only when it raises."""
        case, self._case = self._case, None
        if case is None or not self._set_up:
            return
        outcome = _Outcome(self._file)
        if not outcome.call(_class_method(case, "tearDownClass"), "ERROR"):
            self._host.adopt(case.__name__ + "::tearDownClass", outcome.line or 1)
            self._host.end("ERROR", outcome.reason, "".join(outcome.details), outcome.line)

    def _run_function(self, test, outcome):
        code = getattr(test.function, "__code__", None)
        if code is not None and code.co_flags & (_GENERATOR | _COROUTINE):
            outcome.unexpected("ERROR", "it is a generator or a coroutine: calling it runs nothing")
        elif code is not None and code.co_argcount > len(test.function.__defaults__ or ()):
            outcome.unexpected("ERROR", "it takes arguments, which nobody gives: there are no fixtures")
        else:
            outcome.call(test.function)

    def _run_method(self, test, outcome):
        made = []
        if not outcome.call(lambda: made.append(test.case()), "ERROR"):
            return
        case = made[0]
        if outcome.call(case.setUp, "ERROR"):
            outcome.call(test.method(case))
            outcome.call(case.tearDown, "ERROR")
        outcome.call(case.doCleanups, "ERROR")
        for label, e in case._failed_subtests:
            if isinstance(e, _cases.SkipTest):
                continue
            outcome.failed("FAILED", e, label="(%s) " % label)

    def _expect_failure(self, test, outcome):
        if getattr(test.function, "_failure_expected", False) and outcome.kind in ("PASSED", "FAILED"):
            if outcome.kind == "PASSED":
                outcome.unexpected("FAILED", "it passed, though it is marked as an expected failure")
            else:
                outcome.unexpected("PASSED", "")


def _class_method(case, name):
    """setUpClass as a class method, or as MicroPython's unittest also has it, as a plain function of one argument."""
    method = getattr(case, name)
    return method if hasattr(method, "__self__") else lambda: method(case)


def _tests(names):
    """The tests among a module's names, in the order of their lines."""
    found = []
    for name, value in names.items():
        if isinstance(value, type):
            if issubclass(value, _cases.TestCase) and value is not _cases.TestCase:
                found.extend(_methods(name, value))
        elif name.startswith("test_") and callable(value):
            found.append(_Test(name, value))
    return found


def _methods(name, case):
    names = {}
    for each in reversed(case.__mro__):
        names.update(each.__dict__)
    tests = [_Test(name + "::" + each, value, case) for each, value in names.items()
             if each.startswith("test") and callable(value)]
    if not tests and "runTest" in names:
        return [_Test(name + "::runTest", names["runTest"], case)]
    return sorted(tests, key=lambda test: test.line)


def _hidden(tree, prefix=""):
    """(name, line, line of the other) of each test that another of the same name, further down, hides."""
    seen = {}
    for each in getattr(tree, "body", ()):
        if isinstance(each, (_ast.FunctionDef, _ast.ClassDef)):
            if each.name in seen and (isinstance(each, _ast.ClassDef) or each.name.startswith("test")):
                yield prefix + each.name, seen[each.name], each.lineno
            seen[each.name] = each.lineno
        if isinstance(each, _ast.ClassDef):
            yield from _hidden(each, prefix + each.name + "::")


def _tell_hidden(tree):
    for name, line, other in _hidden(tree):
        if _host.wanted(name + " in line %d" % line):
            _host.begin(name + " in line %d" % line, line)
            _host.end("ERROR", "it never runs: another of this name, in line %d, takes its place" % other, "", line)


def _code(tree, source, file, names):
    if "assert" not in source:
        return _device.compile(source, file)
    rewriting = _asserts.Rewriting(source)
    rewriting.apply(tree)
    names.update(rewriting.names)
    return compile(tree, file, "exec", 0, True)


class _Printing:
    """Takes the results of a script's tests, in place of Java."""

    def __init__(self):
        self.failures = 0

    def wanted(self, name):
        return True

    def begin(self, name, line):
        self._name = name

    adopt = begin

    def disturb(self):
        """Nothing of what its tests do is undone: they have no qpytest."""

    calm = disturb

    def end(self, kind, reason, details, line):
        if kind in ("FAILED", "ERROR"):
            self.failures += 1
            print(details + "%s %s: %s" % (kind, self._name, reason))


def run_printing(names):
    """Runs the classes of tests among a script's names, in CPython's order, and prints what fails."""
    printing = _Printing()
    tests = [test for test in _tests(names) if test.case is not None]
    _File(names.get("__file__"), printing).run(sorted(tests, key=lambda test: test.name))
    if printing.failures:
        raise SystemExit(1)


def drive(file, source):
    """Runs those tests of a file that Java wants; what its top level raises is a result of the file's own."""
    names = {"__name__": file.rpartition("/")[2].removesuffix(".py"), "__file__": file, "__package__": None}
    top_level = _Outcome(file)
    trees = []

    def run_top_level():
        trees.append(_device.compile(source, file, "exec", _ONLY_AST))
        exec(_code(trees[0], source, file, names), names)

    if not top_level.call(run_top_level, "ERROR"):
        _host.adopt("", 1)
        _host.end(top_level.kind, top_level.reason, "".join(top_level.details), top_level.line)
        return
    _tell_hidden(trees[0])
    _File(file, _host).run(_tests(names))
