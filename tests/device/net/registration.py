import net, _thread
told = _thread.allocate_lock()
told.acquire()

def changed(what):
    print(what[1:])
    told.release()

print(net.setCallback(changed), net.currentCellInfo()[0][:3], net.causeInfo(1), net.causeInfo())
net.setModemFun(4)
told.acquire()
net.setModemFun(1)
told.acquire()
