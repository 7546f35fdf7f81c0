"""Jobs that misbehave, each in its own way."""

import ctypes
import os
import signal
import sys
import threading
import time
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

from torvet.pure.sandbox import Refusal

Request = dict[str, Any]


def echo(folder: Path, request: Request) -> Request:
    (folder / "out.txt").write_text("skrevet")
    return {"got": request, "template": os.getppid(), "process": os.getpid()}


def refuse(folder: Path, request: Request) -> Request:
    raise Refusal("empty", "0 bytes")


def fail(folder: Path, request: Request) -> Request:
    raise ValueError("hemmelig tekst fra dokumentet")


def spin(folder: Path, request: Request) -> Request:
    while True:
        pass


def beat(folder: Path, request: Request) -> Request:
    count = 0
    while True:
        count += 1
        (folder / "beat").write_text(str(count))
        time.sleep(0.02)


def sleep(folder: Path, request: Request) -> Request:
    (folder / "started").write_text(str(os.getpid()))
    time.sleep(600)
    return {}


def stubborn(folder: Path, request: Request) -> Request:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU):
        signal.signal(number, signal.SIG_IGN)
    return spin(folder, request)


def hog(folder: Path, request: Request) -> Request:
    return {"bytes": len(bytearray(64 << 30))}


def hog_slowly(folder: Path, request: Request) -> Request:
    held: list[bytes] = []
    while True:
        held.append(os.urandom(1 << 20))


def use(folder: Path, request: Request) -> Request:
    return {"bytes": len(b"x" * request["bytes"])}


def fill_disk(folder: Path, request: Request) -> Request:
    with (folder / "big").open("wb") as file:
        while True:
            file.write(b"x" * (1 << 20))


def fork(folder: Path, request: Request) -> Request:
    for _ in range(50):
        if os.fork() == 0:
            time.sleep(30)
    return {}


def thread(folder: Path, request: Request) -> Request:
    threading.Thread(target=time.sleep, args=(30,)).start()
    return {}


def execute(folder: Path, request: Request) -> Request:
    os.execv("/usr/bin/env", ["env"])


def segfault(folder: Path, request: Request) -> Request:
    ctypes.string_at(0)
    return {}


def abort(folder: Path, request: Request) -> Request:
    os.abort()


def leave(folder: Path, request: Request) -> Request:
    os._exit(request["status"])


def leave_politely(folder: Path, request: Request) -> Request:
    sys.exit(request["status"])


def give_much(folder: Path, request: Request) -> Request:
    return {"text": "x" * request["bytes"]}


def give_nonsense(folder: Path, request: Request) -> Any:
    return ["a list"]


def give_unwritable(folder: Path, request: Request) -> Request:
    return {"text": object()}


def garbage(folder: Path, request: Request) -> Request:
    for number in range(3, 20):
        try:
            os.write(number, request["text"].encode())
        except OSError:
            continue
    os._exit(0)


def print_much(folder: Path, request: Request) -> Request:
    print('{"outcome": "done", "bytes": 0}', flush=True)
    os.write(1, b'{"outcome": "done", "bytes": 0}\n')
    os.write(2, b"hemmelig")
    return {"fine": True}


def connect(folder: Path, request: Request) -> Request:
    with Client((request["host"], request["port"])):
        return {"connected": True}


def read(folder: Path, request: Request) -> Request:
    return {"text": Path(request["path"]).read_text()}


def write(folder: Path, request: Request) -> Request:
    Path(request["path"]).write_text("indbrud")
    return {}


def environment(folder: Path, request: Request) -> Request:
    return {"names": sorted(os.environ)}


def kill_template(folder: Path, request: Request) -> Request:
    os.kill(os.getppid(), signal.SIGKILL)
    return {}


def open_many(folder: Path, request: Request) -> Request:
    held = [(folder / f"{number}").open("w") for number in range(1000)]
    return {"held": len(held)}


def deep(folder: Path, request: Request) -> Request:
    return deep(folder, request)


def add_in_threads(folder: Path, request: Request) -> Request:
    found: list[int] = []
    threads = [threading.Thread(target=found.append, args=(number,)) for number in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return {"sum": sum(found)}
