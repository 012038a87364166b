import texts

print(texts.WHICH)
try:
    missing
except NameError as e:  # dialect/texts.py has its text
    print(e)
import texts

print(texts.WHICH)
