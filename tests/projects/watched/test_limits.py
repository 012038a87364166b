from usr.limits import MOST

def test_most():
    assert MOST == 30
