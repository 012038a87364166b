"""A receiver at a UART, as the documentation reads it: B8.1, B8.3, B8.4, B8.5, B8.6, B8.7, B8.8, B8.9, B23.8."""

import utime
from gnss import GnssGetData
from machine import UART
from qpytest import board, clock, device, gnss


def test_the_documents_example():
    before = utime.ticks_ms()
    receiver = GnssGetData(1, 9600, 8, 0, 1, 0)
    assert utime.ticks_diff(utime.ticks_ms(), before) >= 3000
    count = receiver.read_gnss_data()
    assert count > 500 and len(receiver.getOriginalData()) == count
    assert receiver.checkDataValidity() == (1, 1, 1) and receiver.isFix() == 1
    time = receiver.getUtcTime()
    assert len(time) == 12 and time[2] == time[5] == ":" and time.endswith(".000")
    longitude, east, latitude, north = receiver.getLocation()
    assert (east, north) == ("E", "N")
    assert abs(longitude - 117.1156448333333) < 1e-6 and abs(latitude - 31.82134916666667) < 1e-6
    assert receiver.getLocationMode() == 1 and receiver.getUsedSateCnt() == 12 and receiver.getViewedSateCnt() == 11
    assert receiver.getCourse()["14"] == 210 and len(receiver.getCourse()) == 11
    assert receiver.getGeodeticHeight() == 166.5 and receiver.getSpeed() == 0.0


def test_it_moves():
    gnss.track('<gpx><trk><trkseg><trkpt lat="48" lon="11"><time>2026-01-01T00:00:00Z</time></trkpt>'
               '<trkpt lat="48" lon="11.134"><time>2026-01-01T00:10:00Z</time></trkpt></trkseg></trk></gpx>')
    receiver = GnssGetData(1, 9600, 8, 0, 1, 0)
    clock.advance(10)
    receiver.read_gnss_data()
    assert abs(receiver.getSpeed() - 59.8) < 0.5 and receiver.getLocation()[1::2] == ("E", "N")


def test_without_a_fix():
    gnss.lose()
    receiver = GnssGetData(1, 9600, 8, 0, 1, 0)
    before = len(device.output())
    assert receiver.read_gnss_data(max_retry=2) > 0
    said = device.output()[before:]
    assert "GNGGA data is invalid.\nGNRMC data is invalid.\n" in said and said.count("continue read.") == 2
    assert receiver.isFix() == 0 and receiver.checkDataValidity()[:2] == (0, 0)
    for getter in (receiver.getUtcTime, receiver.getLocationMode, receiver.getUsedSateCnt, receiver.getLocation,
                   receiver.getGeodeticHeight, receiver.getSpeed):  # fmt: skip
        assert getter() == -1
    gnss.find()
    clock.advance(10)
    receiver.read_gnss_data()
    assert receiver.isFix() == 1


def test_nothing_comes():
    board.uart(1).unplug()
    receiver = GnssGetData(1, 9600, 8, 0, 1, 0)
    assert receiver.read_gnss_data() == 0
    assert receiver.isFix() == 0 and receiver.getViewedSateCnt() == -1 and receiver.getCourse() == -1
    assert receiver.getOriginalData() == ""


def test_what_debugging_prints():
    receiver = GnssGetData(1, 115200, 8, 0, 1, 0)
    before = len(device.output())
    receiver.read_gnss_data(1, 1)
    said = device.output()[before:]
    assert "GGA data : ['$GNGGA', '" in said and "RMC data : ['$GNRMC', '" in said
    assert "total_sen_num = 3, total_sat_num = 11\n[0] : ['$GPGSV', '3', '1', '11', '03', " in said


def test_another_port_is_port_one():
    assert GnssGetData(9, 9600, 8, 0, 1, 0).read_gnss_data() > 0


def test_the_port_itself():
    """As the vendor's drivers read it; a closed port gets nothing, one that is opened again does."""
    port = UART(UART.UART1, 9600, 8, 0, 1, 0)
    clock.advance(2.5)
    text = port.read(port.any()).decode()
    assert "$GNZDA," in text and "$GPTXT,01,01,01,ANTENNA OK*35\r\n" in text and "3149.28095,N,11706.93869,E" in text
    port.close()
    clock.advance(10)
    port = UART(UART.UART1, 9600, 8, 0, 1, 0)
    clock.advance(1.5)
    assert 400 < port.any() < 1000
