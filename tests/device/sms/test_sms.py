"""sms, by the facts of facts-board.md B5.1 to B5.18."""

import sms
import utime

from qpytest import clock, device
from qpytest import sms as centre

FRIEND = "+8618226172342"


def refused(call, *arguments):
    try:
        call(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_sending():
    """B5.1: it takes a second for each message, and the code may be in either case."""
    begin = utime.ticks_ms()
    assert sms.sendTextMsg(FRIEND, "hello", "gsm") == 0
    assert utime.ticks_ms() - begin == 1000
    assert sms.sendTextMsg("10086", "\u4f60\u597d", "UcS2") == 0
    assert [(each.number, each.text, each.parts) for each in centre.sent()] == [(FRIEND, "hello", 1), ("10086", "\u4f60\u597d", 1)]
    assert centre.wait_sent("10086")[0].text == "\u4f60\u597d"


def test_what_cannot_be_sent():
    """B5.1, B5.2"""
    assert refused(sms.sendTextMsg, "1" * 21, "a", "GSM") == "invalid value, the length of phone number should be no more than 20 bytes."
    assert refused(sms.sendTextMsg, FRIEND, "a" * 961, "GSM") == "invalid value, the length of msg should be no more than 960 bytes."
    assert "no more than 960 bytes" in refused(sms.sendTextMsg, FRIEND, "\u4f60" * 321, "GSM"), "bytes of UTF-8"
    assert refused(sms.sendTextMsg, FRIEND, "a" * 421, "UCS2") == "invalid value, the length of msg should be no more than 420 bytes."
    assert refused(sms.sendTextMsg, FRIEND, "a", "7bit") == "invalid value, codemode can only be UCS2 or GSM."
    assert sms.sendTextMsg(FRIEND, "", "GSM") == -1 and sms.sendTextMsg("friend", "a", "GSM") == -1
    assert centre.sent() == []


def test_long_texts():
    """B5.2, B5.18: what the GSM alphabet lacks goes as UCS2."""
    for text, code, parts in (("a" * 160, "GSM", 1), ("a" * 161, "GSM", 2), ("a" * 900, "GSM", 6), ("[" * 80, "GSM", 1), ("[" * 81, "GSM", 2),
                              ("\u4f60" * 70, "UCS2", 1), ("\u4f60" * 71, "UCS2", 2), ("\u4f60" * 71, "GSM", 2)):  # fmt: skip
        assert sms.sendTextMsg(FRIEND, text, code) == 0
        assert centre.sent()[-1].parts == parts, (text[0], len(text), centre.sent()[-1].parts)


def test_pdu_sending():
    """B5.3, B23.12: text until 2025, a PDU with its length in 2026."""
    assert sms.sendPduMsg(FRIEND, "hello", "GSM") == 0
    assert sms.sendPduMsg("0011000D91688122162743F20000AA0A31D98C56B3DD703918", 23) == 0
    assert [(each.number, each.text) for each in centre.sent()] == [(FRIEND, "hello"), (FRIEND, "1234567890")]
    for wrong in ("", "xyz", "00", "0011000D91"):
        assert sms.sendPduMsg(wrong, 5) == -1


def test_the_network_does_not_take_it():
    centre.fail(2)
    assert [sms.sendTextMsg(FRIEND, "a", "GSM") for _ in range(3)] == [-1, -1, 0]


def test_without_card_or_network():
    """B5.15: -1; a message waits at the centre."""
    device.register(0)
    assert sms.sendTextMsg(FRIEND, "a", "GSM") == -1
    centre.send(FRIEND, "later")
    assert centre.waiting == 1 and sms.getMsgNums() == 0
    device.register(1)
    assert centre.waiting == 0 and sms.searchTextMsg(0) == (FRIEND, "later", 5)
    device.sim_out()
    assert sms.sendTextMsg(FRIEND, "a", "GSM") == -1
    assert [sms.searchTextMsg(0), sms.searchPduMsg(0), sms.getMsgNums(), sms.getSaveLoc(), sms.getCenterAddr(), sms.deleteMsg(0),
            sms.setSaveLoc("SM", "SM", "SM"), sms.setCenterAddr("1")] == [-1] * 8  # fmt: skip


def test_receiving():
    """B5.5, B5.8, B5.13: it is stored when the callback is told."""
    events = []

    def arrived(args):
        events.append((args, sms.searchTextMsg(args[1])))

    assert sms.setCallback(arrived) == 0
    centre.send(FRIEND, "on")
    centre.send("10086", "\u4f59\u989d 5")
    assert events == [((0, 0, "SM"), (FRIEND, "on", 2)), ((0, 1, "SM"), ("10086", "\u4f59\u989d 5", 8))]
    assert sms.searchTextMsg(0) == (FRIEND, "on", 2), "it stays"
    assert sms.searchTextMsg(2) == -1 and sms.searchPduMsg(2) == -1
    assert refused(sms.searchTextMsg, 256) == refused(sms.searchPduMsg, -1) == "invalid value, index must be greater than or equal to 0."


def test_deleting():
    """B5.4"""
    for text in ("a", "b", "c"):
        centre.send(FRIEND, text)
    assert sms.deleteMsg(1) == 0 and sms.getMsgNums() == 2 and sms.searchTextMsg(1) == -1
    centre.send(FRIEND, "d")
    assert centre.stored() == [(0, FRIEND, "a"), (1, FRIEND, "d"), (2, FRIEND, "c")]
    assert sms.deleteMsg(1, 4) == 0 and sms.getMsgNums() == 0
    assert refused(sms.deleteMsg, 0, 1) == "invalid value, delmode just can be 0 or 4."


def test_pdus():
    """B5.6, B5.7, B5.9: the documentation's own."""
    pdu = "0891683110305005F0240BA19169256015F70000022141013044230B31D98C56B3DD70B97018"
    assert sms.getPduLength(pdu) == 29
    assert sms.decodePdu(pdu, 29) == ("19965206517", "123456789aa", "2020-12-14 10:03:44", 11)
    assert sms.decodePdu(pdu, 20) == sms.decodePdu(pdu, 29), "the length is not looked at"
    assert sms.decodePdu(pdu[:-8], 29)[1] == "123456", "what is there of one that is cut"
    for wrong in ("", "zz", "08", pdu[:30]):
        assert sms.decodePdu(wrong, 1) == -1, wrong
    assert sms.getPduLength("08916831") == -1 and refused(sms.decodePdu, pdu, 0) == "invalid value."


def test_a_long_message_has_a_place_for_each_part():
    """B5.17: as the vendor's example puts it together."""
    text = "0123456789" * 20
    centre.send(FRIEND, text)
    assert sms.getMsgNums() == 2
    parts = []
    for index in (0, 1):
        pdu = sms.searchPduMsg(index)
        assert pdu == pdu.upper() and pdu.startswith("0891683108501505F0")
        first = int(pdu[18:20], 16)
        digits = int(pdu[20:22], 16)
        header = 24 + (digits + 1) // 2 * 2 + 4 + 14 + 2
        assert first & 0x40 and pdu[header:header + 6] == "050003"
        parts.append((int(pdu[header + 10:header + 12], 16), int(pdu[header + 8:header + 10], 16)))
        assert sms.decodePdu(pdu, sms.getPduLength(pdu))[1] == sms.searchTextMsg(index)[1]
    assert parts == [(1, 2), (2, 2)]
    assert sms.searchTextMsg(0)[1] + sms.searchTextMsg(1)[1] == text


def test_time():
    """B5.7"""
    clock.set(2026, 12, 24, 18, 30, 59)
    centre.send(FRIEND, "now")
    assert sms.decodePdu(sms.searchPduMsg(0), 1)[2] == "2026-12-24 18:30:59"


def test_stores():
    """B5.11, B5.12, B23.11"""
    assert sms.getSaveLoc() == (["SM", 0, 50],) * 3
    assert sms.setSaveLoc("ME", "SM", "ME") == 0
    centre.send(FRIEND, "a")
    assert sms.getSaveLoc() == (["ME", 1, 180], ["SM", 0, 50], ["ME", 1, 180]) and sms.getMsgNums() == 1
    assert refused(sms.setSaveLoc, "SM", "SM", "MT") == "invalid value, mem can only be SM, ME."


def test_a_full_store():
    """Messages wait at the centre, and arrive when there is room."""
    events = []
    sms.setCallback(events.append)
    for i in range(52):
        centre.send(FRIEND, "%d" % i)
    assert sms.getMsgNums() == 50 and centre.waiting == 2 and len(events) == 50
    sms.deleteMsg(7)
    assert sms.searchTextMsg(7)[1] == "50" and centre.waiting == 1
    sms.deleteMsg(0, 4)
    assert sms.getMsgNums() == 1 and sms.searchTextMsg(0)[1] == "51"


def test_centre():
    """B5.10"""
    assert sms.getCenterAddr() == "+8613800551500"
    assert sms.setCenterAddr("13800551500") == 0 and sms.getCenterAddr() == "13800551500"
    assert sms.setCenterAddr("none") == -1
    assert refused(sms.setCenterAddr, "1" * 31) == "invalid value, the length of center address should be no more than 30 bytes."


def test_a_name_as_sender():
    centre.send("Bank", "code 1234")
    assert sms.searchTextMsg(0) == ("Bank", "code 1234", 9)


def test_nothing_of_the_tests_before():
    assert sms.getMsgNums() == 0 and centre.sent() == [] and sms.getCenterAddr() == "+8613800551500"
