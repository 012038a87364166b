import log

logger = log.getLogger("main")
log.basicConfig(level=log.INFO)


def main():  # finds: uncalled
    logger.info("started")
    logger.info  # finds: uncalled
