"""What the system does not let the program do, as one Chinese sentence: the place, the reason, the remedy."""

import errno

from .problem import printable

_CLOSED = "不允许读写；请核对权限，正在 Excel 里开着的先关闭"
_REASONS = {
    errno.ENOSPC: "磁盘满了；请腾出空间再运行一次",
    errno.EDQUOT: "可以用的磁盘空间用完了；请腾出空间再运行一次",
    errno.EROFS: "这里只能读，不能写；请换一个可以写的位置，或者请管理员放开",
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.ENOENT: "没有这个文件或文件夹；请核对位置",
    errno.ENOTDIR: "这个位置里有一段是文件，不是文件夹；请核对位置",
    errno.EISDIR: "这是文件夹，不是文件；请改名或移走",
    errno.EEXIST: "已经有同名的文件；请改名或移走",
    errno.ENAMETOOLONG: "名称太长；请改短",
    errno.EXDEV: "这是链接，通到别的文件夹或磁盘；请删去链接，放入文件本身",
    errno.EINTR: "中途被打断；请再运行一次",
}


def sentence(error: OSError) -> str:
    """Return what is the matter, without a full stop."""
    reason = _REASONS.get(error.errno or 0) or f"系统说“{error.strerror or error}”；请告诉维护者"
    return f"{printable(str(error.filename))}：{reason}" if error.filename else reason
