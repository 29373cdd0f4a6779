"""Open data of ten thousand entries: how long the export takes, how much memory, how many bytes; in a process of its own."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from qingdan.export.published import catalogue, published
from qingdan.site.check import open_site
from qingdan.site.publication import Publication

from .build import DATA, DAY
from .multiply import multiply

SIZE = 10_000
GOAL_SECONDS, GOAL_MEGABYTES = 10, 1000


def many(size, folder):
    """Return a site of about `size` entries, whose data it writes into `folder`."""
    multiply(DATA, folder, open_site(DATA, DAY), size)
    return open_site(folder, DAY, publication=Publication("https://example.gov.cn/"))


def measure():
    """Print the figures of this process."""
    with tempfile.TemporaryDirectory() as name:
        site = many(SIZE, Path(name) / "data")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, used = time.perf_counter(), time.process_time()
    sizes = [len(content) for _, content in published(site)]
    seconds, used = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"导出 {len(site.entries)} 条：{seconds:.1f} 秒（其中处理器 {used:.1f} 秒；目标 {GOAL_SECONDS}），")
    print(f"  内存峰值 {peak:.0f} MB（其中读入数据以后 {before:.0f} MB；目标 {GOAL_MEGABYTES}），")
    print(f"  {len(sizes)} 个文件，共 {sum(sizes) / 1e6:.0f} MB。")
    for export, found in catalogue(site).items():
        print(f"  {export.title}：{len(found)} 个，{sum(file.bytes for file in found) / 1e6:.1f} MB")


def main():
    subprocess.run([sys.executable, "-m", "tests.bench.export"], check=True)


if __name__ == "__main__":
    measure()
