import nothing_like_it

def test_a():
    pass
