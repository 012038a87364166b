from usr import app

def test_work():
    assert app.work() == 12
    assert app.count == 112
    assert app.fail.__doc__ is None

def test_fail():
    app.fail()
