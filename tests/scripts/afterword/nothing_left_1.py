import builtins
builtins.isinstance = builtins.len = builtins.getattr = None
