"""seam - the host object of bench/Seam.java, as it is."""

nanos, same, bytes, post = _host.nanos, _host.same, _host.bytes, _host.post
