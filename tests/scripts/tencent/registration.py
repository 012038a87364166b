import TenCentYun
print(TenCentYun._question("S3EUVBRJLB", "device_1234", "8XzjN8rfgFVGDTNTUGau4snA", 1439928322, 1568692235))
