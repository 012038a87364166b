"""machine.NANDFLASH - a flash memory of NAND cells. Documentation: facts-board.md B2.120."""

_LACKING = (
    "spi",
    "machine.NANDFLASH: no flash memory of NAND cells is connected, and qpy has none to connect: each call raises ValueError",
)


def _refuse():
    error = ValueError("nand flash is not initialized")
    error.hint = _LACKING
    raise error


class NANDFLASH:
    """The files of a flash memory of NAND cells on SPI. There is none: each call raises ValueError, as on a bare module.

    The vendor documents none of it.
    """

    @staticmethod
    def open(name, mode):
        """open(name, mode): opens a file, and gives its number."""
        _refuse()

    @staticmethod
    def close(id):
        """close(id): closes it."""
        _refuse()

    @staticmethod
    def read(buf, size, id):
        """read(buf, size, id): reads into buf."""
        _refuse()

    @staticmethod
    def write(buf, size, id):
        """write(buf, size, id): writes."""
        _refuse()

    @staticmethod
    def seek(id, off, whence):
        """seek(id, off, whence): goes to a place in the file."""
        _refuse()

    @staticmethod
    def remove(name):
        """remove(name): removes a file."""
        _refuse()

    @staticmethod
    def rename(old, new):
        """rename(old, new): gives it another name."""
        _refuse()

    @staticmethod
    def filesize(name):
        """filesize(name): how many bytes it has."""
        _refuse()

    @staticmethod
    def mkdir(name):
        """mkdir(name): makes a folder."""
        _refuse()

    @staticmethod
    def rmdir(name):
        """rmdir(name): removes a folder."""
        _refuse()

    @staticmethod
    def getcwd():
        """getcwd(): the current folder."""
        _refuse()

    @staticmethod
    def chdir(name):
        """chdir(name): makes another the current one."""
        _refuse()

    @staticmethod
    def freesize():
        """freesize(): how many bytes are free."""
        _refuse()

    @staticmethod
    def format():
        """format(): removes all."""
        _refuse()

    @staticmethod
    def listdir(dir="/"):
        """listdir(dir): the names in a folder, in one str, with blanks between them."""
        _refuse()

    @staticmethod
    def exist(name):
        """exist(name): 1 where there is such a file, else 0."""
        _refuse()

    @staticmethod
    def sync():
        """sync(): writes what is to be written."""
        _refuse()
