"""unittest - tests in the style of MicroPython's unittest; `qpy test` runs them. API: micropython-lib, CPython's names."""

_cases = _device.library("unittest/cases")

SkipTest, TestCase = _cases.SkipTest, _cases.TestCase
skip, skipIf, skipUnless = _cases.skip, _cases.skipIf, _cases.skipUnless
expectedFailure = _cases.expectedFailure


def main(module="__main__", testRunner=None):
    """main(): in a script whose output is compared, runs its tests and prints those that fail. Elsewhere `qpy test` runs them."""
    script = _device.script_modules.get("__main__")
    if script is not None:
        import _testing

        _testing.run_printing(script._names)
