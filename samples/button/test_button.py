"""The call button, pressed by a test."""

import _thread
from qpytest import board, clock, device

from usr import main


def test_a_call_is_answered_by_hand():
    _thread.start_new_thread(main.run, ())
    clock.advance(1)
    board.button("call").press()
    device.wait_output("call 1\n")
    assert board.led("waiting").is_on
    board.button("call").press()
    device.wait_output("answered by hand\n")
    assert not board.led("waiting").is_on


def test_a_call_is_answered_by_itself():
    _thread.start_new_thread(main.run, ())
    clock.advance(1)
    board.button("call").press()
    clock.advance(58)
    assert board.led("waiting").is_on
    clock.advance(3)
    assert not board.led("waiting").is_on
    assert "answered by itself\n" in device.output()


def test_a_contact_that_bounces_is_one_press():
    button = main.CallButton(5, 12)
    for _ in range(4):
        board.button("call").hold()
        clock.advance(0.005)
        board.button("call").release()
        clock.advance(0.005)
    board.button("call").press()
    assert button.presses.size() == 1
