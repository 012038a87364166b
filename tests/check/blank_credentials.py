from TenCentYun import TXyun

productID = "ABCDEFGHIJ"
devicename = "d1"
devicePsk = ""  # finds: blank
ProductSecret = None
note = ""

cloud = TXyun(productID, devicename, devicePsk, ProductSecret)
print(note)
