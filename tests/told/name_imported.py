# says: log has no getlogger; did you mean log.getLogger?
from log import getlogger

getlogger("app")
