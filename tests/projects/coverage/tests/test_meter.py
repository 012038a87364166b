from usr import meter

def test_high():
    assert meter.level(11) == "high"

def test_low():
    assert meter.level(3) == -1 / 3

def test_endless():
    while True:
        meter.level(0)
