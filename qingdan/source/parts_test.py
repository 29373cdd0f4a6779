import os
import subprocess
import sys
import threading
import time

import pytest

from .parts import in_parts, meanwhile

THINGS = [*range(10)]
"""They make five parts of two."""


def summed(part):
    return sum(part), os.getpid()


def alone(expression):
    """Return what an expression gives in a process without other threads, as its print; `here` is that process."""
    script = "import os; from qingdan.source.parts_test import *; here = os.getpid(); print(" + expression + ")"
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, env={**os.environ, "PYTHONPATH": "."}, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_what_is_found_comes_in_the_order_of_the_things():
    assert alone("[found for found, _ in in_parts(summed, THINGS, 2)]") == "[1, 5, 9, 13, 17]"


def test_parts_are_looked_at_in_other_processes_one_part_in_this_one():
    assert alone("here in {process for _, process in in_parts(summed, THINGS, 2)}") == str((os.cpu_count() or 1) < 2)
    assert alone("[*in_parts(summed, THINGS, 10)] == [(45, here)]") == "True"


def met(work):
    with meanwhile(work) as found:
        return found()


def test_what_is_made_meanwhile_is_made_in_another_process_and_comes_when_asked_for():
    assert alone("met(lambda: [*THINGS]) == THINGS") == "True"
    assert alone("met(os.getpid) == here") == str((os.cpu_count() or 1) < 2)


def test_beside_another_thread_no_process_is_begun():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert {process for _, process in in_parts(summed, THINGS, 2)} == {os.getpid()} == {met(os.getpid)}
    finally:
        done.set()
        thread.join()


def refusing(part):
    raise ValueError(part[0])


def test_what_goes_wrong_in_another_process_goes_wrong_here():
    for expression in ("[*in_parts(refusing, THINGS, 2)]", "met(lambda: refusing(THINGS))"):
        with pytest.raises(subprocess.CalledProcessError, match="exit status 1") as ended:
            alone(expression)
        assert ended.value.stderr.rstrip().endswith("ValueError: 0")


def for_ever(part):
    print("begun", flush=True)
    time.sleep(100)


def test_processes_end_with_the_first_one_even_when_it_is_killed():
    script = (
        "import os; os.cpu_count = lambda: 2; from qingdan.source.parts_test import *; [*in_parts(for_ever, THINGS, 2)]"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as first:
        assert first.stdout.readline() == first.stdout.readline() == b"begun\n"
        first.kill()
        assert first.communicate(timeout=50)[0] == b""  # nobody is left who could write to it


def test_nothing_at_all_makes_no_part():
    assert [*in_parts(summed, [])] == []
