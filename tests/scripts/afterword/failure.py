print(f'{1}')
import requests
