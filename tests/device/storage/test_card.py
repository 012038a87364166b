"""An SD card that is taken out and put in."""

import uos
from qpytest import board


def write(text):
    with open("/sd/a.txt", "w") as f:
        f.write(text)


def test_a_card_that_is_taken_out():
    card, calls = uos.VfsSd("sd_fs"), []
    uos.mount(card, "/sd")
    write("before")
    card.set_callback(calls.append)
    board.sd.remove()
    assert calls == []  # no pin tells of it
    board.sd.insert()
    card.set_det(card.GPIO10, 0)
    board.sd.remove()
    board.sd.remove()
    assert calls == [0] and not board.sd.is_inserted
    for call in (lambda: write("x"), lambda: open("/sd/a.txt"), lambda: uos.listdir("/sd"), lambda: uos.mkdir("/sd/b")):
        try:
            call()
        except OSError as e:
            assert e.args[0] == 5, e
        else:
            raise AssertionError
    try:
        uos.VfsSd("sd_fs")
    except OSError as e:
        assert e.args[0] == 19
    else:
        raise AssertionError
    board.sd.insert()
    assert calls == [0, 1] and open("/sd/a.txt").read() == "before"


def test_what_was_mounted_is_so_no_longer():
    assert uos.listdir("/") == ["usr", "bak"] and board.sd.is_inserted
