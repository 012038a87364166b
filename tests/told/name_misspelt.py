# says: no name pritn is known here; did you mean print?
pritn("hello")
