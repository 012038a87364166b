def test_good():
    print('<&>\x00')

def test_bad():
    assert 1 == 2
