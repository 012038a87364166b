def test_good():
    assert 1 < 2
