"""Real PostgreSQL and Redis servers of our own: own folder, own port, on this machine only."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest
import redis
from rasa.core.tracker_store import RedisTrackerStore, SQLTrackerStore

from tests.channel.fake_bot import DOMAIN

_READY_WITHIN_SECONDS = 60
USER = "rasa"
DATABASE = "postgres"


@dataclass
class StoreServer:
    """A database server that can be stopped and started again with the same data."""

    command: list[str]
    folder: Path
    port: int
    answers: Callable[[int], bool]
    """Whether the server on this port takes requests."""
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it takes requests."""
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=self.folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        end = time.monotonic() + _READY_WITHIN_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self.answers(self.port):
                return
            time.sleep(0.1)
        self.stop()
        raise AssertionError((self.folder / "server.log").read_text()[-2000:])

    def stop(self) -> None:
        """Stop it, if it runs; clients that are still connected are cut off."""
        if self.process is not None:
            # For PostgreSQL SIGINT is the fast shutdown; SIGTERM would wait for its clients.
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
            self.process = None


def required(name: str, found: str | None, package: str) -> str:
    """Return the program; where it is missing, skip here and fail in CI."""
    if found is None:
        reason = f"{name} is not installed (apt-get install {package})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def postgres_store(server: StoreServer) -> SQLTrackerStore:
    """Return a tracker store on this PostgreSQL, with nothing in it."""
    store = SQLTrackerStore(
        DOMAIN, "postgresql", "127.0.0.1", server.port, db=DATABASE, username=USER
    )
    with store.session_scope() as session:
        session.query(store.SQLEvent).delete()
        session.commit()
    return store


def redis_store(server: StoreServer) -> RedisTrackerStore:
    """Return a tracker store on this Redis, with nothing in it."""
    store = RedisTrackerStore(DOMAIN, "127.0.0.1", server.port, key_prefix="clinic")
    store.red.flushall()
    return store


@contextmanager
def redis_server() -> Iterator[StoreServer]:
    """Run a Redis for the length of a `with` block; it writes nothing to disk."""
    program = required("redis-server", shutil.which("redis-server"), "redis-server")
    port = _free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with _running([program, *options], port, _redis_answers) as server:
        yield server


@contextmanager
def postgres_server() -> Iterator[StoreServer]:
    """Run a PostgreSQL for the length of a `with` block."""
    versions = Path("/usr/lib/postgresql")
    programs = max(versions.glob("*/bin"), default=None, key=lambda path: int(path.parent.name))
    found = shutil.which("initdb", path=str(programs)) if programs else None
    initdb = required("PostgreSQL", found, "postgresql")
    port = _free_port()
    as_user = _as_postgres()
    options = ["-D", "data", "-p", str(port), "-c", "listen_addresses=127.0.0.1"]
    options += ["-c", "unix_socket_directories=", "-c", "fsync=off"]
    start = [*as_user, str(Path(initdb).with_name("postgres")), *options]
    make = [*as_user, initdb, "-D", "data", "-U", USER, "--auth=trust", "-E", "UTF8", "--no-sync"]
    with _running(start, port, _postgres_answers, first=make) as server:
        yield server


@contextmanager
def _running(
    command: list[str], port: int, answers: Callable[[int], bool], first: list[str] | None = None
) -> Iterator[StoreServer]:
    # Not pytest's folder: that one is closed to the user PostgreSQL runs as.
    folder = Path(tempfile.mkdtemp(prefix="store-"))
    server = StoreServer(command, folder, port, answers)
    try:
        if first:
            if os.geteuid() == 0:
                shutil.chown(folder, "postgres", "postgres")
            subprocess.run(first, cwd=folder, check=True, capture_output=True, timeout=120)
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _as_postgres() -> list[str]:
    """Return what to put before a command: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam("postgres")
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]


def _redis_answers(port: int) -> bool:
    try:
        with closing(redis.Redis(port=port)) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False


def _postgres_answers(port: int) -> bool:
    try:
        psycopg2.connect(host="127.0.0.1", port=port, user=USER, dbname=DATABASE).close()
    except psycopg2.OperationalError:
        return False
    return True


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
