import _thread, dataCall, net, utime
net.setModemFun(4)
def later():
    utime.sleep_ms(50)
    net.setModemFun(1)
    dataCall.start(1, 0, 'apn', '', '', 0)
_thread.start_new_thread(later, ())
print(checkNet.waitNetworkReady())
print(checkNet.waitNetworkReady(timeout=1), checkNet.wait_network_connected(timeout_s=3600))
for timeout in (0, 3601, -1):
    try:
        checkNet.wait_network_connected(timeout)
    except OSError as e:
        print(e)
