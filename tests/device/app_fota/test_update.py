"""What a start does with files that app_fota has fetched; B11.22, B11.23. The power may go at any time."""

import app_fota
import app_fota_download
import app_fota_updater
import ql_fs
from misc import Power
from qpytest import device, http, updates

URL = "http://updates.qpy.test/"
OLD = {"/usr/app/main.py": b"old main", "/usr/app/part.py": b"old part " * 300}
NEW = {"/usr/app/main.py": b"new main, longer", "/usr/app/part.py": b"new part " * 400}


def restart():
    try:
        Power.powerRestart()
    except SystemExit:
        pass


def install():
    """The old files, the new ones on the server, and nothing of the test before."""
    if ql_fs.path_exists("/usr/.updater"):
        ql_fs.rmdirs("/usr/.updater")
    ql_fs.mkdirs("/usr/app")
    for path, content in OLD.items():
        device.write_file(path, content)
    for path, content in NEW.items():
        updates.serve(path, content)


def present():
    return {path: device.read_file(path) for path in OLD}


def update():
    fota = app_fota.new()
    if fota.bulk_download([{"url": "http://updates.qpy.test" + path, "file_name": path} for path in NEW]) is None:
        fota.set_update_flag()


def test_nothing_changes_before_the_next_start():
    install()
    update()
    assert present() == OLD
    before = len(device.output())
    restart()
    assert present() == NEW
    assert device.output()[before:].count("[{") == 2
    assert not ql_fs.path_exists("/usr/.updater")
    restart()
    assert present() == NEW


def test_without_the_flag_nothing_happens():
    install()
    app_fota.new().download(URL + "usr/app/main.py", "/usr/app/main.py")
    restart()
    assert present() == OLD and app_fota_updater.update() == -1
    app_fota.new().set_update_flag()
    app_fota.new().update()
    assert device.read_file("/usr/app/main.py") == NEW["/usr/app/main.py"]


def test_folders_are_made():
    install()
    updates.serve("/deep.py", "deep")
    app_fota.new().download(URL + "deep.py", "/usr/new/er/deep.py")
    app_fota.new().set_update_flag()
    restart()
    assert device.read_file("/usr/new/er/deep.py") == b"deep"


def test_a_list_with_a_stranger_changes_nothing():
    install()
    update()
    app_fota_download.update_download_stat("", "/bak/a.py", 5)
    restart()
    assert present() == OLD and ql_fs.path_exists("/usr/.updater/update.flag")
    app_fota_download.delete_update_file("/bak/a.py")
    restart()
    assert present() == NEW


def test_a_list_that_is_none():
    install()
    update()
    for content in ("", "[", "5", '[{"name": 1}]', "[5]", '{"a": 1}', "[{}]"):
        device.write_file("/usr/.updater/download.stat", content)
        restart()
        assert present() == OLD, content


def test_a_file_that_has_not_come_whole():
    """As the module, which does not look."""
    install()
    http.truncate("/usr/app/main.py", NEW["/usr/app/main.py"], 3)
    assert app_fota.new().download(URL + "usr/app/main.py", "/usr/app/main.py") == -1
    app_fota.new().set_update_flag()
    restart()
    assert device.read_file("/usr/app/main.py") == b"new"


def test_the_power_goes_at_any_time():
    """20 cuts, in each step of the way: the next start has all of the old or all of the new."""
    seen = []
    for cut in range(20):
        install()
        try:
            with device.power_cut(40 + 460 * cut):
                update()
                restart()
        except AssertionError:
            pass  # it was over before
        restart()
        assert present() in (OLD, NEW), cut
        assert not ql_fs.path_exists("/usr/.updater/update.flag")
        seen.append(present() == NEW)
    assert True in seen and False in seen and seen == sorted(seen), seen
