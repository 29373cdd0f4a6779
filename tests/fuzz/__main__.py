"""`python -m tests.fuzz [SECONDS]`: look for inputs that break a promise, so long for each target; `make fuzz` runs it.

What reaches code that nothing before it reached is added to the corpus; what breaks a promise is left in `.cache/fuzz/`.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

from .promises import TARGETS

CORPUS = Path(__file__).with_name("corpus")
SEEDS = {"reader": ("second", "mistakes/data"), "report": ("reports", "second/reports")}
FOUND = Path(".cache/fuzz")
EDGES_ONLY = "-use_counters=0"


def fuzz(target: str, *options: str) -> subprocess.CompletedProcess:
    """Run libFuzzer over one target. In: its options and folders, the one for new inputs first."""
    command = [sys.executable, "-m", "tests.fuzz.run", target, "-max_len=2000", "-timeout=20", *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)


def main(seconds: str = "60") -> int:
    """Fuzz every target; return 1 where a promise was broken."""
    if importlib.util.find_spec("atheris") is None:
        print("这台电脑没有 atheris（它只支持 x86_64 的 Linux 和 Python 3.13 以下），没有运行。")
        return 0
    broken = [target for target in TARGETS if not _session(target, seconds)]
    return 1 if broken else 0


def _session(target: str, seconds: str) -> bool:
    new, kept = FOUND / target, CORPUS / target
    new.mkdir(parents=True, exist_ok=True)
    seeds = [str(Path("tests/fixtures") / name) for name in SEEDS[target]]
    print(f"{target}：运行 {seconds} 秒……", flush=True)
    run = fuzz(target, f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/{target}-", str(new), str(kept), *seeds)
    print("\n".join(run.stderr.splitlines()[-12 if run.returncode else -1 :]))
    if run.returncode:
        print(f"{target}：有一个输入不合承诺，留在 {FOUND}/ 里；改好以后把它放进 {kept}/。")
        return False
    before = len(list(kept.iterdir()))
    fuzz(target, "-merge=1", EDGES_ONLY, str(kept), str(new))
    print(f"{target}：语料 {before} 个，新增 {len(list(kept.iterdir())) - before} 个。")
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
