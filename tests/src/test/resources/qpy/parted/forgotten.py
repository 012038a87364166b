TEXT = "of a part that its module does not name"
