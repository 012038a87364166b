check = checkNet.CheckNetwork('A project', '1.0.0')
check.poweron_print_once()
print(check.PROJECT_NAME, check.PROJECT_VERSION, check.FIRMWARE_VERSION, check.POWERON_REASON)
