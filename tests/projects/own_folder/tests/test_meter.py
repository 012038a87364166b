from usr import meter

def test_read():
    assert meter.read() == 22
