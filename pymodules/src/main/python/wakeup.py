"""wakeup - pm's WakeUp, under the name of the vendor's interface file. Documentation: facts-board.md B23.23."""

from pm import WakeUp
