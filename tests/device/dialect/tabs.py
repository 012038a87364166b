if True:
	x = 1
        y = 2
if x:
	if y:
	    z = 3
    	w = 4
for i in range(2):
  	print(x, y, z, w)
