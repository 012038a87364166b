"""A file of tests has the modules of `qpy test`."""

import qpytest
import unittest


class PartTest(unittest.TestCase):
    def test_clock(self):
        self.assertTrue(qpytest.clock.now() > 0)
