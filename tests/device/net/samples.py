import net, sim, modem
print(net.csqQueryPoll(), net.getState(), net.getModemFun())
print(net.operatorName(), net.getNetMode(), net.getConfig(), net.getSignal(), net.getSignal(1)[1][4:])
print(net.getCellInfo(), net.getServingCi(), net.getCi(), net.getLac(), net.getMcc(), net.getServingMnc())
print(len(net.nitzTime()), net.setConfig(5), net.getConfig(), net.setApn('x'), net.getApn())
print(sim.getStatus(), sim.getImsi(), sim.getIccid(), sim.getPhoneNumber(), sim.getCurSimid())
print(sim.getSimDet(), sim.setSimDet(1, 0), sim.getSimDet(), sim.switchCard(1))
print(sim.writePhonebook(9, 3, 'Ada', '123'), sim.readPhonebook(9, 1, 4, ''),
      sim.readPhonebook(9, 0, 0, 'B'))
print(sim.verifyPin('0000'), sim.verifyPin('1234'), sim.changePin('1234', '99'), sim.verifyPin('99'))
print(modem.getDevImei(), modem.getDevModel(), modem.getDevSN(), modem.getDevFwVersion(),
      modem.getDevProductId(), modem.getDevMAC())
for call in (lambda: net.setModemFun(2), lambda: net.setConfig(99), lambda: sim.setSimDet(2, 0),
             lambda: sim.readPhonebook(16, 1, 2, ''), lambda: sim.writePhonebook(9, 501, 'a', '1'),
             lambda: sim.verifyPin('1' * 16)):
    try:
        print(call())
    except ValueError:
        pass
