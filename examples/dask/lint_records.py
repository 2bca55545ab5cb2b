#!/usr/bin/env python3
"""Lints or repairs JSON Lines on a Dask cluster: each block of lines goes through one `corpus-lint filter` process.

usage: lint_records.py INPUT.jsonl OUTPUT_FOLDER [--fix] [--workers 2] [--block-mb 8] [--scheduler ADDRESS]

A block is read by its byte range (records that start in the range belong to it), piped through the filter, and
written to a temporary file that one rename puts in place. A block that ran twice, because its worker died, therefore
counts once; a block is done when its file is there, so a second start goes on where the first one stopped. Records
that cannot be read stand in a file part-….rejects beside their block, with the reason.
Needs Dask with its distributed scheduler (Debian: python3-distributed) and node.
"""

import argparse
import os
import subprocess
import sys
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULT_COMMAND = ["node", os.path.join(HERE, "..", "..", "dist", "cli", "bin.js")]


def blocks(path, size):
    """Byte ranges of about `size` bytes that begin at the start of a line."""
    end = os.path.getsize(path)
    ranges = []
    with open(path, "rb") as file:
        start = 0
        while start < end:
            file.seek(min(start + size, end))
            file.readline()
            stop = min(file.tell(), end)
            ranges.append((start, stop))
            start = stop
    return ranges


def lint_block(path, start, stop, target, command):
    """Pipes one block through the filter; returns the number of records that came out."""
    if not os.path.exists(target):
        with open(path, "rb") as file:
            file.seek(start)
            data = file.read(stop - start)
        temporary = f"{target}.{uuid.uuid4().hex}.tmp"
        rejects = f"{target}.{uuid.uuid4().hex}.rejects.tmp"
        run = subprocess.run(
            [*command, "--rejects", rejects], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
        )
        if run.returncode != 0:
            raise RuntimeError(run.stderr.decode("utf-8", "replace")[:2000])
        if os.path.getsize(rejects) > 0:
            os.replace(rejects, target.removesuffix(".jsonl") + ".rejects")
        else:
            os.remove(rejects)
        with open(temporary, "wb") as out:
            out.write(run.stdout)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, target)
    with open(target, "rb") as out:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: out.read(1 << 20), b""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--text-field", default="text")
    parser.add_argument("--id-field", default="id")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--block-mb", type=float, default=8)
    parser.add_argument("--scheduler", help="address of a running cluster; without it a local one is started")
    parser.add_argument("--kill-one", action="store_true", help="kill a worker half-way, to see that nothing is lost")
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)

    from distributed import Client, LocalCluster, as_completed

    cluster = None
    if options.scheduler is None:
        cluster = LocalCluster(
            n_workers=options.workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        )
    client = Client(options.scheduler or cluster)
    command = DEFAULT_COMMAND + ["filter", "--text-field", options.text_field, "--id-field", options.id_field]
    if options.fix:
        command.append("--fix")
    source = os.path.abspath(options.input)
    futures = [
        client.submit(
            lint_block,
            source,
            start,
            stop,
            os.path.join(os.path.abspath(options.output), f"part-{number:06d}.jsonl"),
            command,
            key=f"block-{number}",
            retries=3,
        )
        for number, (start, stop) in enumerate(blocks(source, int(options.block_mb * (1 << 20))))
    ]
    records = 0
    for done, future in enumerate(as_completed(futures), 1):
        records += future.result()
        print(f"{done}/{len(futures)} blocks, {records} records", file=sys.stderr)
        if options.kill_one and done == max(1, len(futures) // 2):
            options.kill_one = False
            victim = next(iter(client.run(os.getpid).values()))
            print(f"killing worker process {victim}", file=sys.stderr)
            os.kill(victim, 9)
    client.close()
    if cluster is not None:
        cluster.close()
    # What a worker that died was writing; its block has been done by another one since.
    for name in os.listdir(options.output):
        if name.startswith("part-") and name.endswith(".tmp"):
            os.remove(os.path.join(options.output, name))
    print(records)


if __name__ == "__main__":
    main()
