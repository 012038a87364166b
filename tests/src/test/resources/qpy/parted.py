"""parted - A module with two parts in its folder, of which it names one."""


def named():
    return _device.library("parted/named").TEXT


def forgotten():
    return _device.library("parted/forgotten").TEXT
