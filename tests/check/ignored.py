import logging  # qpy: ignore[no-module]
import requests  # qpy: ignore
import log  # qpy: ignore[no-modul]  # finds: ignore
import utime  # qpy: ignore  # finds: ignore

print(logging, requests, log, utime)
