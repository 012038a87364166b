"""qpytest.gnss - where the module is, and how it receives satellites, cells and access points."""

_host = _host.verbs("quecgnss")


class Gnss:
    """The module's place, and its sky."""

    def put(self, latitude, longitude, altitude=0):
        """put(31.82, 117.11, altitude=0): it is there from now on. AssertionError where there is no such place."""
        if not _host.put(float(latitude), float(longitude), float(altitude)):
            raise AssertionError("there is no place %s, %s" % (latitude, longitude))

    def track(self, track):
        """track("/usr/drive.gpx"): it takes this way from now on, a GPX file's or that of NMEA sentences; or the text of one.

        AssertionError for what is neither. At its end it stays. Between two segments of a GPX track satellites are out of sight.
        """
        text = track
        if not track.lstrip().startswith(("<", "$")):
            with open(track) as file:
                text = file.read()
        wrong = _host.take(text)
        if wrong is not None:
            raise AssertionError(wrong)

    def lose(self):
        """lose(): no fix any more."""
        _host.receive(False, 0, 25.5)

    def find(self, satellites=12, hdop=0.8):
        """find(satellites=12, hdop=0.8): a fix again, with so many satellites; above an hdop of 2 the place is hdop * 3 m off at most."""
        _host.receive(True, int(satellites), float(hdop))

    def weak(self):
        """weak(): find(4, 8.0)."""
        self.find(4, 8.0)

    @property
    def place(self):
        """(latitude, longitude): where it truly is."""
        return tuple(_host.place()[:2])

    @property
    def speed(self):
        """How fast it truly moves, in km/h."""
        return _host.place()[3] * 3.6

    @property
    def course(self):
        """In which direction: degrees, 0 north, 90 east."""
        return _host.place()[4]

    @property
    def has_fix(self):
        """Whether a receiver finds the place."""
        return _host.isFixed()

    def wifi(self, points):
        """wifi([("34:CE:00:09:E5:A8", -30), ...]): the access points around from now on, and how strong they are in dBm."""
        _host.surround([each for point in points for each in (str(point[0]), int(point[1]))])

    def locators(self, fail=False, nothing=False):
        """locators(fail=True): the locating servers do not answer; locators(nothing=True): they find nothing; locators(): they do again."""
        _host.failLocators(bool(fail))
        _host.findNothing(bool(nothing))
