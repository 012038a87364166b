import sys
class Names:
    visible = 1
    _hidden = 2
sys.modules['names'] = Names
from names import *
print(visible, '_hidden' in globals())
sys.modules['number'] = 1
try:
    from number import *
except AttributeError as e:
    print('AttributeError')
