"""The page of a search, whole, as a browser gets it: gunicorn with two workers, mixed queries, one client and eight.

    python benchmarks/pages/run.py [--documents 100000] [--queries 500] [--quick]

The rows and the index are made of the generator's corpus and kept in `benchmarks/work/pages-N`, so that only the first
run takes long. Server CPU is that of all server processes; wall time is what the client waits, on the same machine.
"""

import argparse
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "search"))

import corpus as corpora
import queries
from benchmarks import processes, recording
from fill import TYPES, department_of
from tqdm import tqdm

HERE = Path(__file__).resolve().parent
AIM_P95_MS = 100.0
SIZES = (10_000, 100_000)
CLIENTS = 8
WORKERS, THREADS = 2, 4
START_SECONDS = 60.0
ANSWER_SECONDS = 30.0
WARM_UP = 50


def data_folder(count: int) -> Path:
    return corpora.WORK / f"pages-{count}"


def filled(count: int) -> dict[str, Any]:
    """Make rows and index where they are missing; return what the index is."""
    folder = data_folder(count)
    if not (folder / "filled.json").exists():
        command = [sys.executable, str(HERE / "fill.py"), "--documents", str(count)]
        subprocess.run(command, check=True, env=os.environ | {"TORVET_BENCH_DATA": str(folder)})
    facts: dict[str, Any] = json.loads((folder / "filled.json").read_bytes())
    return facts


def address(asked: queries.Asked) -> str:
    """Return the address of the page that asks for the same."""
    request = asked.request
    fields: list[tuple[str, str]] = [("q", request.text)]
    fields += [("afdeling", department_of(name)) for name in request.departments]
    fields += [("type", TYPES[name]) for name in request.types]
    if request.dated_from and request.dated_to:
        fields += [("fra", f"{request.dated_from:%Y-%m}"), ("til", f"{request.dated_to:%Y-%m}")]
    if asked.kind == "sort":
        fields.append(("sorter", request.sort.value))
    return f"/soeg/?{urlencode(fields)}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def server(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve the site as `torvet serve` does; yields port and process number."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    command += ["--threads", str(THREADS), "--worker-tmp-dir", str(folder), "--log-level", "warning"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("TORVET_")}
    own |= {"TORVET_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "torvet.config.settings"}
    process = subprocess.Popen([*command, "torvet.config.wsgi:application"], env=own)
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        processes.stop(process)


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def get(connection: http.client.HTTPConnection, path: str) -> tuple[float, int, bool]:
    """Fetch a page; return milliseconds, bytes as sent, and whether it found anything."""
    began = time.perf_counter()
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
    except (http.client.RemoteDisconnected, ConnectionError):  # the server had let go of an idle connection
        connection.close()
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
    body = answer.read()
    spent = (time.perf_counter() - began) * 1000
    if answer.status not in (200, 422):
        raise RuntimeError(f"the page answered {answer.status}")
    return spent, len(body), b"<mark" in body


def ask_all(port: int, paths: Sequence[str]) -> list[tuple[float, int, bool]]:
    """Ask for one page after the other over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
    try:
        return [get(connection, path) for path in tqdm(paths, unit=" pages", leave=False)]
    finally:
        connection.close()


def cost_of_each(port: int, pid: int, paths: Sequence[str]) -> dict[str, float]:
    """Ask for one page after the other and return the CPU milliseconds that the server spent on each."""
    connection, workers = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS), processes.family(pid)
    spent = []
    for path in tqdm(paths, unit=" pages", leave=False):
        before = processes.cpu_milliseconds(workers)
        get(connection, path)
        spent.append(processes.cpu_milliseconds(workers) - before)
    connection.close()
    return recording.percentiles(spent)


def measure(port: int, pid: int, paths: Sequence[str], clients: int) -> dict[str, Any]:
    """Let clients ask at once, each its own share; return what they waited and what the server spent."""
    shares = [paths[place::clients] for place in range(clients)]
    cpu, wall = processes.cpu_seconds(pid), time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        answers = [each for share in pool.map(lambda share: ask_all(port, share), shares) for each in share]
    seconds = time.perf_counter() - wall
    spent = processes.cpu_seconds(pid) - cpu
    return {
        "clients": clients,
        "pages": len(answers),
        "wall_ms": recording.percentiles([each[0] for each in answers]),
        "server_cpu_ms": round(1000 * spent / len(answers), 1),
        "pages_per_second": round(len(answers) / seconds, 1),
        "kilobytes_mean": round(sum(each[1] for each in answers) / len(answers) / 1000, 1),
        "with_hits": sum(each[2] for each in answers),
        "load": recording.load(),
    }


def measure_size(count: int, number: int) -> dict[str, Any]:
    facts = filled(count)
    asked = queries.make(corpora.Corpus(corpora.ensure(count)))[: number + WARM_UP]
    paths = [address(each) for each in asked]
    with server(data_folder(count)) as (port, pid):
        for _ in range(WORKERS):
            ask_all(port, paths[number:])
        cost = cost_of_each(port, pid, paths[:number])
        runs = [measure(port, pid, paths[:number], clients) for clients in (1, CLIENTS)]
        workers = processes.family(pid)[1:]
        memory = {
            "worker_peak_mb": round(max(map(processes.peak_mb, workers))),
            "all_mb": round(processes.shared_fairly_mb(pid)),
        }
    verdict = {"is_met": runs[0]["wall_ms"]["p95"] <= AIM_P95_MS, "cpu_is_met": cost["p95"] <= AIM_P95_MS}
    return {"index": facts, "server_cpu_ms": cost, "runs": runs, "memory": memory} | verdict


def markdown(report: Mapping[str, Any]) -> str:
    head = ["documents", "clients", "wall ms p50", "p95", "p99", "server CPU ms a page", "pages/s", "kB a page", "load"]
    rows = [
        (
            f"{int(count):,}",
            run["clients"],
            *(run["wall_ms"][each] for each in ("p50", "p95", "p99")),
            run["server_cpu_ms"],
            run["pages_per_second"],
            run["kilobytes_mean"],
            run["load"],
        )
        for count, found in report["sizes"].items()
        for run in found["runs"]
    ]
    lines = [
        "# Pages of a search: measured",
        "",
        recording.about(report),
        "",
        f"gunicorn with {WORKERS} workers of {THREADS} threads; the page /soeg/ with facets, histogram and ten "
        "snippets, mixed queries, uncompressed. Client and server share the machine.",
        "",
        *recording.table(head, rows),
        "",
    ]
    for count, found in report["sizes"].items():
        lines += [*_verdict(int(count), found), ""]
    return "\n".join(lines)


def _verdict(count: int, found: Mapping[str, Any]) -> list[str]:
    cost, memory, index = found["server_cpu_ms"], found["memory"], found["index"]
    wall = found["runs"][0]["wall_ms"]["p95"]
    return [
        f"- {count:,} documents: the server's CPU on a page: p50 {cost['p50']:.0f} ms, p95 {cost['p95']:.0f} ms, "
        f"p99 {cost['p99']:.0f} ms. Aim: p95 of one client at most {AIM_P95_MS:.0f} ms, measured {wall:.0f} ms: "
        f"{'held' if found['is_met'] else '**missed**'}"
        f"{'' if found['is_met'] or not found['cpu_is_met'] else '; on an idle machine the CPU time would hold it'}.",
        f"- A web worker's peak is {memory['worker_peak_mb']} MB (files it maps included), all server processes "
        f"{memory['all_mb']} MB. Index {index['analyser']}, {index['index_mb']} MB.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", help="10,000, and 100,000 where they are filled already")
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--quick", action="store_true", help="500 documents, 40 queries, nothing kept")
    options = parser.parse_args()
    sizes = options.documents or [count for count in SIZES if count == SIZES[0] or data_folder(count).exists()]
    number = 40 if options.quick else options.queries
    report: dict[str, Any] = {"machine": recording.machine(), "sizes": {}}
    for count in [500] if options.quick else sizes:
        report["sizes"][str(count)] = measure_size(count, number)
    report["load_at_end"] = recording.load()
    told = markdown(report)
    if not options.quick:
        recording.save(HERE / "results", "pages", report, told)
    print(told)


if __name__ == "__main__":
    main()
