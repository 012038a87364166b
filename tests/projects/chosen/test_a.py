import unittest

class Some(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        pass

def test_one():
    assert False
