"""Test cases and what marks them; unittest.py has the names for scripts."""

_PLACES = 7
_REPR_LENGTH = 300


class SkipTest(Exception):
    """Raised by a test, or by the file, that is not to be run; its argument is the reason."""


def skip(reason=""):
    """@skip(reason): the test, or the class of tests, is not run."""
    if callable(reason):
        return skip()(reason)

    def mark(test):
        test._skip_reason = reason
        return test

    return mark


def skipIf(condition, reason=""):
    """@skipIf(condition, reason): skip() where the condition is true."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason=""):
    """@skipUnless(condition, reason): skip() where the condition is false."""
    return _unchanged if condition else skip(reason)


def expectedFailure(test):
    """@expectedFailure: the test passes when it raises, and fails when it does not."""
    test._failure_expected = True
    return test


def _unchanged(test):
    return test


def _repr(value):
    try:
        text = repr(value)
    except Exception as e:
        return "<%s whose repr raises %s>" % (type(value).__name__, type(e).__name__)
    return text if len(text) <= _REPR_LENGTH else text[:_REPR_LENGTH] + "…"


def _difference(first, second):
    """Where two values that are not equal differ, in one line; '' where their repr shows it."""
    if isinstance(first, (str, bytes)) and type(first) is type(second):
        if len(first) + len(second) < 40:
            return ""
        at = _common(first, second)
        return "they differ at index %d: %s and %s" % (at, _repr(first[at:at + 20]), _repr(second[at:at + 20]))
    if isinstance(first, (list, tuple)) and type(first) is type(second):
        at = _common(first, second)
        if at == min(len(first), len(second)):
            return "they have %d and %d items" % (len(first), len(second))
        return "item %d is %s and %s" % (at, _repr(first[at]), _repr(second[at]))
    if isinstance(first, dict) and isinstance(second, dict):
        for key in first:
            if key not in second:
                return "only the first has the key %s" % _repr(key)
            if first[key] != second[key]:
                return "at the key %s they have %s and %s" % (_repr(key), _repr(first[key]), _repr(second[key]))
        for key in second:
            if key not in first:
                return "only the second has the key %s" % _repr(key)
    return ""


def _common(first, second):
    at = 0
    while at < min(len(first), len(second)) and first[at] == second[at]:
        at += 1
    return at


def _matches(exception, pattern):
    import re

    return re.search(pattern, str(exception)) is not None


class _Raises:
    """with self.assertRaises(E) as context: …; context.exception is what was raised."""

    def __init__(self, expected, pattern=None, msg=None):
        self._expected = expected
        self._pattern = pattern
        self._msg = msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, type_, exception, traceback):
        if type_ is None:
            raise AssertionError(self._msg or "%s was not raised" % self._name())
        if not issubclass(type_, self._expected):
            return False
        self.exception = exception
        if self._pattern is not None and not _matches(exception, self._pattern):
            raise AssertionError(self._msg or "%r does not match %r" % (str(exception), self._pattern))
        return True

    def _name(self):
        expected = self._expected if isinstance(self._expected, tuple) else (self._expected,)
        return " or ".join(each.__name__ for each in expected)


class _Nothing:
    def __enter__(self):
        return self

    def __exit__(self, type_, exception, traceback):
        return False


class _SubTest:
    def __init__(self, case, label):
        self._case = case
        self._label = label

    def __enter__(self):
        return self

    def __exit__(self, type_, exception, traceback):
        if type_ is None:
            return False
        if not issubclass(type_, Exception):
            return False
        self._case._failed_subtests.append((self._label, exception))
        return True


class TestCase:
    """A class of tests: its methods named test…, each run on an instance of its own."""

    def __init__(self):
        pass

    def setUp(self):
        """Runs before each test."""

    def tearDown(self):
        """Runs after each test whose setUp() has not raised."""

    @classmethod
    def setUpClass(cls):
        """Runs before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Runs after the last test of the class."""

    def __getattr__(self, name):
        if name in ("_cleanups", "_failed_subtests"):  # a subclass need not call __init__()
            value = self.__dict__[name] = []
            return value
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    def addCleanup(self, func, *args, **kwargs):
        """addCleanup(function, …): calls it after tearDown(), the last one first, also when setUp() has raised."""
        self._cleanups.append((func, args, kwargs))

    def doCleanups(self):
        """doCleanups(): calls what addCleanup() was given; `qpy test` does it."""
        while self._cleanups:
            func, args, kwargs = self._cleanups.pop()
            func(*args, **kwargs)

    def skipTest(self, reason):
        """skipTest(reason): ends the test as skipped."""
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """with self.subTest(…): a part of a test; the test goes on when the part fails, and fails at its end."""
        parts = ["%s=%s" % (name, _repr(value)) for name, value in params.items()]
        if msg is not None:
            parts.insert(0, str(msg))
        return _SubTest(self, ", ".join(parts))

    def fail(self, msg=None):
        raise AssertionError(msg or "fail() was called")

    def _check(self, condition, msg, text, *values):
        if not condition:
            raise AssertionError(msg or text % tuple(_repr(each) for each in values))

    def assertTrue(self, x, msg=None):
        self._check(x, msg, "%s is not true", x)

    def assertFalse(self, x, msg=None):
        self._check(not x, msg, "%s is not false", x)

    def assertEqual(self, x, y, msg=None):
        if not x == y:
            difference = _difference(x, y)
            text = "%s != %s" % (_repr(x), _repr(y)) + ("\n" + difference if difference else "")
            raise AssertionError(str(msg) + ": " + text if msg else text)

    def assertNotEqual(self, x, y, msg=None):
        self._check(x != y, msg, "%s == %s", x, y)

    def assertLess(self, x, y, msg=None):
        self._check(x < y, msg, "%s is not < %s", x, y)

    def assertLessEqual(self, x, y, msg=None):
        self._check(x <= y, msg, "%s is not <= %s", x, y)

    def assertGreater(self, x, y, msg=None):
        self._check(x > y, msg, "%s is not > %s", x, y)

    def assertGreaterEqual(self, x, y, msg=None):
        self._check(x >= y, msg, "%s is not >= %s", x, y)

    def assertAlmostEqual(self, x, y, places=None, msg=None, delta=None):
        """assertAlmostEqual(x, y): equal to 7 places after the point, or to `places`, or within `delta`."""
        self._check(self._almost(x, y, places, delta), msg, "%s is not almost %s", x, y)

    def assertNotAlmostEqual(self, x, y, places=None, msg=None, delta=None):
        self._check(not self._almost(x, y, places, delta), msg, "%s is almost %s", x, y)

    def _almost(self, x, y, places, delta):
        if delta is not None and places is not None:
            raise TypeError("give places or delta, not both")
        if x == y:
            return True
        if delta is not None:
            return abs(x - y) <= delta
        return round(abs(x - y), _PLACES if places is None else places) == 0

    def assertIs(self, x, y, msg=None):
        self._check(x is y, msg, "%s is not %s", x, y)

    def assertIsNot(self, x, y, msg=None):
        self._check(x is not y, msg, "%s is %s", x, y)

    def assertIsNone(self, x, msg=None):
        self._check(x is None, msg, "%s is not None", x)

    def assertIsNotNone(self, x, msg=None):
        self._check(x is not None, msg, "it is None")

    def assertIn(self, x, y, msg=None):
        self._check(x in y, msg, "%s is not in %s", x, y)

    def assertNotIn(self, x, y, msg=None):
        self._check(x not in y, msg, "%s is in %s", x, y)

    def assertIsInstance(self, x, y, msg=None):
        self._check(isinstance(x, y), msg, "%s is no %s", x, y)

    def assertNotIsInstance(self, x, y, msg=None):
        self._check(not isinstance(x, y), msg, "%s is a %s", x, y)

    def assertRaises(self, exc, func=None, *args, **kwargs):
        """assertRaises(E, function, …), or with self.assertRaises(E) as context: … ."""
        return self._raises(_Raises(exc), func, args, kwargs)

    def assertRaisesRegex(self, exc, pattern, func=None, *args, **kwargs):
        """assertRaisesRegex(E, pattern, …): assertRaises, and the pattern is found in the exception's text."""
        return self._raises(_Raises(exc, pattern), func, args, kwargs)

    def _raises(self, context, func, args, kwargs):
        if func is None:
            return context
        with context:
            func(*args, **kwargs)

    def assertRegex(self, text, pattern, msg=None):
        self._check(_matches(text, pattern), msg, "%s does not match %s", text, pattern)

    def assertWarns(self, warning):
        """assertWarns(W): nothing is checked, as in MicroPython, which has no warnings."""
        return _Nothing()
