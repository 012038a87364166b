"""app_fota: fetching, and what goes wrong meanwhile; B11.20, B11.21."""

import app_fota
import app_fota_download
import ql_fs
import ujson
from qpytest import device, http, network, updates

URL = "http://updates.qpy.test/"


def fota():
    """An object, and nothing of the test before."""
    if ql_fs.path_exists("/usr/.updater"):
        ql_fs.rmdirs("/usr/.updater")
    return app_fota.new()


def stat():
    return ujson.loads(device.read_file("/usr/.updater/download.stat"))


def test_one_file():
    assert updates.serve("/app.py", b"print('new')\n") == URL + "app.py"
    assert fota().download(URL + "app.py", "/usr/app.py") == 0
    assert stat() == [{"url": URL + "app.py", "name": "/usr/app.py", "total_size": 13}]
    assert device.read_file("/usr/.updater/usr/app.py") == b"print('new')\n"
    assert http.requests()[-1].headers["Range"] == "bytes=0-"
    before = len(http.requests())
    assert app_fota.new().download(URL + "app.py", "/usr/app.py") == 0 and len(http.requests()) == before


def test_several_files():
    updates.serve("/a.py", "a")
    new = fota()
    missing = {"url": URL + "missing.py", "file_name": "/usr/b.py"}
    assert new.bulk_download([{"url": URL + "a.py", "file_name": "/usr/a.py"}, missing]) == [missing]
    updates.serve("/missing.py", "b")
    assert new.bulk_download([missing]) is None
    assert new.bulk_download([]) is None and new.bulk_download() is None
    assert [each["total_size"] for each in stat()] == [1, 1]


def test_it_goes_on_where_it_broke_off():
    content = bytes(range(256)) * 40
    http.truncate("/big.bin", content, 5000)
    new = fota()
    assert new.download(URL + "big.bin", "/usr/big.bin") == -1
    assert stat()[0]["total_size"] == "unknown"
    updates.serve("/big.bin", content)
    assert new.download(URL + "big.bin", "/usr/big.bin") == 0
    assert http.requests()[-1].headers["Range"] == "bytes=5000-" and http.requests()[-1].status == 206
    assert device.read_file("/usr/.updater/usr/big.bin") == content


def test_a_server_that_knows_no_ranges():
    http.truncate("/r.bin", b"0123456789", 4)
    http.respond("/r.bin", 200, b"0123456789")
    assert fota().download(URL + "r.bin", "/usr/r.bin") == -1
    assert app_fota.new().download(URL + "r.bin", "/usr/r.bin") == 0
    assert device.read_file("/usr/.updater/usr/r.bin") == b"0123456789"


def test_no_network():
    new = fota()
    network.dns_failure("gone.example.com")
    assert new.download("http://gone.example.com/x", "/usr/x") == -1
    device.sim_out()
    assert new.download(URL + "x", "/usr/x") == -1
    assert new.bulk_download([{"url": URL + "x", "file_name": "/usr/x"}]) == [{"url": URL + "x", "file_name": "/usr/x"}]
    assert new.download("nonsense", "/usr/x") == -1


def test_headers_and_passwords():
    updates.serve("/h.py", "h")
    assert fota().download(URL + "h.py", "/usr/h.py", {"X-Token": "t"}) == 0
    assert http.requests()[-1].headers["X-Token"] == "t"
    assert app_fota_download.download(URL + "h.py", "/usr/h2.py", username="u", password="p") == 0
    assert http.requests()[-1].headers["Authorization"].startswith("Basic ")


def test_over_https():
    updates.serve("/s.py", "secret")
    assert app_fota.new().download("https://updates.qpy.test/s.py", "/usr/s.py") == 0
    assert device.read_file("/usr/.updater/usr/s.py") == b"secret"


def test_paths_outside_of_usr():
    new = fota()
    for path in ("/bin/a.py", "/usr", "/usr/../etc/a.py", "../a.py", "/", ""):
        assert new.download(URL + "a.py", path) == -1, path
    assert app_fota_download.get_download_stat() is None


def test_what_a_script_notes_itself():
    """As the vendor's own programs do with an archive that they have unpacked into the folder."""
    fota()
    assert app_fota_download.updater_dir == app_fota_download.get_updater_dir() == "/usr/.updater"
    assert app_fota.new().app_fota_pkg_mount.fota_dir + "/usr/.updater" == app_fota_download.get_updater_dir()
    updates.serve("/all.tar.gz", b"archive")
    assert app_fota_download.download(URL + "all.tar.gz", "all.tar.gz") == 0
    assert device.read_file(app_fota_download.updater_dir + "/all.tar.gz") == b"archive"
    app_fota_download.delete_update_file("all.tar.gz")
    app_fota_download.update_download_stat("", "/usr/a.py", 5)
    app_fota_download.update_download_stat("", "/usr/A.py", 6)
    assert app_fota_download.get_download_stat() == [{"name": "/usr/a.py", "url": "", "total_size": 6}]
    assert app_fota_download.get_download_stat_file() == "/usr/.updater/download.stat"
    assert app_fota_download.get_update_flag_file() == "/usr/.updater/update.flag"
