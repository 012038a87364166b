import net, sim, dataCall
print(sim.getStatus(), sim.getImsi(), sim.getIccid(), sim.getPhoneNumber(), sim.verifyPin('1234'))
print(sim.readPhonebook(9, 1, 2, ''), net.csqQueryPoll(), net.getState(), net.operatorName())
print(net.getNetMode(), net.nitzTime(), net.getCellInfo(), net.getServingLac())
print(dataCall.start(1, 0, '', '', '', 0), dataCall.activate(1), dataCall.getInfo(1, 0))
