"""The names that the vendor checks a board of 2026 with, but for sms and atcmd (facts-board.md B20.5), and what the new ones do."""

import dataCall
import ql_fs
import system

NAMES = {
    "checkNet": "CheckNetwork wait_network_connected waitNetworkReady",
    "dataCall": "setAutoActivate setAutoConnect setPDPContext getPDPContext setDNSServer setDnsserver activate deactivate start "
    "stop getInfo getAddressinfo getSiminfo setApn getApn setAsynMode setCallback getPdpRange getSpeed getTraffic "
    "startByUserApns poweronAutoDatacall",
    "log": "getLogger basicConfig set_output DEBUG INFO ERROR",
    "machine": "UART Pin I2C SPI Timer WDT",
    "misc": "Power PowerKey PWM ADC USB",
    "modem": "getDevFwVersion getDevImei getDevModel getDevSN",
    "net": "getState csqQueryPoll getSignal operatorName getCellInfo",
    "ql_fs": "path_exists file_exists dir_exists file_copy file_read file_write file_remove file_rename path_dirname path_getsize "
    "file_size mkdirs makedirs rmdirs removedirs touch write_json read_json",
    "queue": "Queue",
    "sim": "getStatus getImsi getIccid getPhoneNumber",
    "system": "getDevFwVersion getDevImei reboot powerRestart powerDown files replSetEnable replChangPswd",
}
for module, names in sorted(NAMES.items()):
    print(module, [name for name in names.split() if not hasattr(__import__(module), name)])

print(ql_fs.file_write("/usr/new/a.txt", "text"), ql_fs.file_write("/usr/new/b", b"\x00\x01"), ql_fs.file_write("/usr/new", "x"))
print(ql_fs.file_read("/usr/new/a.txt"), ql_fs.file_size("/usr/new/b"), ql_fs.file_read("/usr/new"), ql_fs.file_read("/usr/none"))
print([(ql_fs.file_exists(path), ql_fs.dir_exists(path)) for path in ("/usr/new", "/usr/new/b", "/usr/none", "", None)])
print(ql_fs.file_rename("/usr/new/b", "/usr/new/c"), ql_fs.file_rename("/usr/new/b", "/usr/new/d"), ql_fs.file_exists("/usr/new/c"))
print(ql_fs.file_remove("/usr/new/c"), ql_fs.file_remove("/usr/new/c"), ql_fs.write_json("/usr/new/d.json", [1]))
ql_fs.makedirs("/usr/new/deep/er")
print(sorted(system.files("/usr/new")), "new" in system.files())
ql_fs.removedirs("/usr/new")
print(ql_fs.dir_exists("/usr/new"), len(system.getDevImei()), len(system.getDevFwVersion()) > 5)
print(dataCall.getPdpRange(), dataCall.getSiminfo(0), dataCall.getSpeed(), dataCall.getTraffic())
print(dataCall.getAddressinfo(1, 0), dataCall.getAddressinfo(1, 1), len(dataCall.getAddressinfo(1, 2)))
dataCall.poweronAutoDatacall(0)
print(ql_fs.read_json("/usr/system_config.json"))
for call in (lambda: dataCall.getAddressinfo(9, 0), lambda: dataCall.poweronAutoDatacall(2)):
    try:
        call()
    except ValueError as e:
        print(e)
for call in (system.reboot, system.powerRestart, system.powerDown):
    print(callable(call))
