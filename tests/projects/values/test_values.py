import unittest

def test_parts():
    x = [3, 4]
    print("printed")
    assert x[0] > 2 and sum(x) == 8, "the sum"

def test_lists():
    assert list(range(3)) == [0, 1, 3]

def test_evaluated_once():
    left = [1, 2]
    assert left.pop() == 2
    assert left.pop() == 2

class Values(unittest.TestCase):
    def test_dictionaries(self):
        self.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3})
