# says: log has no getlogger; did you mean log.getLogger?
import log

log.getlogger("app").info("hello")
