import dataCall, net, _thread
calls, told = [], _thread.allocate_lock()
told.acquire()
def on_change(args):
    calls.append(args)
    if len(calls) == 4:
        told.release()
print(dataCall.setCallback(on_change), dataCall.getInfo(1, 2))
print(dataCall.stop(1, 0), dataCall.start(3, 2, 'apn', 'u', 'p', 1), dataCall.getPDPContext(3))
print(dataCall.getInfo(3, 2), dataCall.getInfo(1, 1), dataCall.getInfo(3, 1)[2][0])
print(dataCall.setDNSServer(3, 0, '8.8.8.8', '8.8.4.4'), dataCall.getInfo(3, 0)[2][3:])
net.setModemFun(4)
net.setModemFun(1)
told.acquire()
print(calls)
print(dataCall.setPDPContext(2, 0, 'a', '', '', 0), dataCall.activate(2), dataCall.getInfo(2, 0)[2][0])
print(dataCall.setAutoActivate(1, 1), dataCall.setAutoConnect(1, 0), dataCall.setAsynMode(0))
for call in (lambda: dataCall.getInfo(0, 0), lambda: dataCall.getInfo(8, 0), lambda: dataCall.getInfo(1, 3),
             lambda: dataCall.start(1, 0, 'a' * 64), lambda: dataCall.start(1, 0, '', 'u' * 16),
             lambda: dataCall.start(1, 0, '', '', '', 3), lambda: dataCall.setAutoConnect(1, 2)):
    try:
        print(call())
    except ValueError:
        pass
