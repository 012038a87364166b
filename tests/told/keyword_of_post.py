# says 4 in check: keyword: request.get() has no parameter params. It takes url, data, json, files, stream, decode, sizeof, timeout, headers, ssl_params, version, files_data, files_data_len, files_name, ipvtype, username, password.
import request

request.get('http://httpbin.org/get', params={'a': 1})
