# says 7 in run: no-method: Meter has no Read. Did you mean read?
class Meter:
    def read(self):
        return 21


print(Meter().Read())
