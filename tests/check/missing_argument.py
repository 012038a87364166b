import log

reader = log.getLogger()
reader.setLevel()  # finds: arguments
