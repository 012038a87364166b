import builtins
builtins.len = None
builtins.isinstance = None
builtins.all = 5
import requests
