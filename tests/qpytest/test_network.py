"""qpytest.network, qpytest.http and qpytest.ntp: a test per verb."""

import ntptime
import qpytest
import request
import utime

URL = "http://httpbin.org/get"
HOST = "httpbin.org"


def fails(timeout=10):
    """What request.get raises, and after how many milliseconds."""
    start = utime.ticks_ms()
    try:
        request.get(URL, timeout=timeout).close()
    except Exception as e:
        return str(e), utime.ticks_diff(utime.ticks_ms(), start)
    raise AssertionError("it did not fail")


def works():
    return request.get(URL).status_code == 200


def took():
    start = utime.ticks_ms()
    assert works()
    return utime.ticks_diff(utime.ticks_ms(), start)


def test_down_and_up():
    qpytest.network.down()
    assert "resolution" in fails()[0]
    qpytest.network.up()
    assert works()


def test_whatever_is_disturbed():
    qpytest.network.down()
    qpytest.network.dns_failure(HOST)
    qpytest.network.latency(20)
    qpytest.device.sim_out()
    qpytest.clock.freeze()
    qpytest.device.power_cut(after=0).__enter__()


def test_ends_with_the_test():
    assert took() < 10000
    with open("/usr/there.txt", "w") as file:
        file.write("power")
    now = qpytest.clock.now()
    utime.sleep(1)
    assert qpytest.clock.now() > now


def test_dns_failure():
    qpytest.network.dns_failure(HOST)
    assert "resolution" in fails()[0]
    qpytest.network.allow(HOST)
    assert works()


def test_refuse():
    qpytest.network.refuse(HOST)
    assert "ECONNREFUSED" in fails()[0]
    qpytest.network.allow(HOST)
    assert works()


def test_drop():
    qpytest.network.drop(HOST)
    text, millis = fails(timeout=10)
    assert "ETIMEDOUT" in text
    assert 10000 <= millis < 10100
    qpytest.network.allow(HOST)
    assert works()


def test_another_host_is_not_meant():
    qpytest.network.refuse("elsewhere.example.com")
    assert works()
    qpytest.network.allow("elsewhere.example.com")


def test_latency_jitter_and_bandwidth():
    qpytest.network.latency(0.5)
    assert 500 <= took() < 2000
    qpytest.network.jitter(1, HOST)
    qpytest.network.latency(2, HOST)
    assert 2000 <= took() < 8000
    qpytest.network.latency(0, HOST)
    qpytest.network.jitter(0, HOST)
    qpytest.network.bandwidth(10, HOST)
    assert took() > 2000
    qpytest.network.bandwidth(0, HOST)
    qpytest.network.latency(0)
    assert took() == 0


def test_respond():
    qpytest.http.respond("/get", 503, "busy")
    answer = request.get(URL)
    assert answer.status_code == 503
    assert works()


def test_a_late_answer():
    qpytest.http.respond("/get", 200, "late", delay=7)
    assert 7000 <= took() < 7100


def test_fail_and_truncate():
    qpytest.http.fail("/get")
    assert fails()[1] < 1000
    qpytest.http.truncate("/get", "0123456789", 4)
    assert "".join(request.get(URL).text) == "0123"


def test_requests():
    before = len(qpytest.http.requests())
    request.post("http://httpbin.org/post", data="hello").close()
    last = qpytest.http.wait_requests(before + 1)[-1]
    assert (last.method, last.target, last.body, last.status) == ("POST", "/post", b"hello", 200)
    try:
        qpytest.http.wait_requests(before + 2, timeout=5)
    except AssertionError as e:
        assert "requests within 5 s; the sandbox has seen: " in str(e)
    else:
        assert False


def test_ntp():
    assert ntptime.settime() == 0
    right = utime.mktime(utime.localtime())
    qpytest.ntp.wrong_by(86400)
    assert ntptime.settime() == 0
    assert utime.mktime(utime.localtime()) - right == 86400
    qpytest.ntp.wrong_by(0)
    qpytest.ntp.silent()
    assert ntptime.settime() == -1
    assert qpytest.ntp.wait_requests(3) >= 3
    qpytest.ntp.silent(False)
    assert ntptime.settime() == 0
