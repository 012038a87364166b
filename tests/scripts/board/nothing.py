# A file that is no peer.
meter = 1
