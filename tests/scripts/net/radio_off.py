import net, sim, dataCall
print(net.setModemFun(4), net.getModemFun(), sim.getStatus(), net.csqQueryPoll(), dataCall.getInfo(1, 0)[2][0])
print(net.setModemFun(0), sim.getStatus(), sim.getImsi(), dataCall.activate(1))
