# What import_without_usr.py imports; nothing is wrong here.
