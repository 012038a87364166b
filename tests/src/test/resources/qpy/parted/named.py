TEXT = "of a part"
