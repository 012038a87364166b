import unittest

class Style(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.calls = []

    def setUp(self):
        self.calls.append("set up")
        self.addCleanup(self.calls.append, "cleaned up")

    def tearDown(self):
        self.calls.append("torn down")

    def test_order(self):
        self.assertEqual(self.calls, ["set up"])
        with self.assertRaises(ZeroDivisionError) as raised:
            1 / 0
        self.assertIn("zero", str(raised.exception))

    def test_after(self):
        self.assertEqual(self.calls, ["set up", "torn down", "cleaned up", "set up"])

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    def test_skips_itself(self):
        self.skipTest("no SIM card")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertAlmostEqual(1.0, 1.1)

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 1)

@unittest.skipIf(True, "the whole class")
class Skipped(unittest.TestCase):
    def test_never(self):
        1 / 0

if __name__ == "__main__":
    unittest.main()
