# says 7 in check: uncalled: main() is never called. Write main() at the end.
import log

logger = log.getLogger('app')


def main():
    logger.info('started')
