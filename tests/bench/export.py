"""Open data of ten thousand entries: how long the export takes, how much memory, how many bytes; in a process of its own."""

import dataclasses
import itertools
import resource
import subprocess
import sys
import time

from qingdan.export.published import catalogue, published
from qingdan.site.check import open_site
from qingdan.site.publication import Publication

from .build import DATA, DAY

SIZE = 10_000
GOAL_SECONDS, GOAL_MEGABYTES = 10, 1000


def many(size):
    """Return the site with its entries repeated under new numbers until there are `size`, its reports as they are."""
    site = open_site(DATA, DAY)
    share = size * len(site.lists["tasks"]) // len(site.entries)
    tasks = _repeated((task for task in site.data.lists["tasks"] if not task.value.answers), "RW", share)
    publicity = _repeated(site.data.lists["publicity"], "PF", size - share)
    data = dataclasses.replace(
        site.data, lists={**site.data.lists, "tasks": tasks, "publicity": publicity}, registry=None
    )
    return dataclasses.replace(site, data=data, publication=Publication("https://example.gov.cn/"))


def _repeated(found, letters, size):
    return tuple(
        dataclasses.replace(one, value=one.value.model_copy(update={"id": f"{letters}-{number:05}"}))
        for number, one in zip(range(1, size + 1), itertools.cycle(tuple(found)))
    )


def measure():
    """Print the figures of this process."""
    site = many(SIZE)
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
