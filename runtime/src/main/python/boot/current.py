"""The device that this interpreter serves now, for functions that Java and scripts call without naming one."""

importer = None  # its Importer
replaced = None  # its Replaced
