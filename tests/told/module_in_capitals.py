# says 2: no-module: the firmware of 2025 has no module 'Log'. Did you mean log?
import Log

Log.getLogger('app').info('started')
