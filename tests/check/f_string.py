import log

reader = log.getLogger("reader")


def show(degrees):
    reader.info("measured")
    reader.info(f"{degrees} degrees")  # finds: f-string
