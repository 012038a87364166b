# says 2 in run: undefined: nothing here is named 'pritn'. Did you mean print?
pritn("hello")
