# says 2 in run: undefined: nothing here is named 'Print'. Did you mean print?
Print('hello')
