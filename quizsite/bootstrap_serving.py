"""A host and a port in; a prepared and running site with its worker, until Ctrl-C, out. Standard library only."""

import argparse
import contextlib
import http.client
import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .bootstrap_address import ANY_ADDRESS, check_free, site_environment
from .bootstrap_environment import RUN_LOCK, ensure
from .bootstrap_speech import Refused, say

PATIENCE = 60
"""Seconds a starting server may take to answer, and a stopping one to end its requests."""


def options_of(args: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py run", description="Make everything ready and serve the site.")
    parser.add_argument("--port", type=int, default=8000, help="the port to serve on (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets the phones in the room in (127.0.0.1)")
    parser.add_argument("--no-demo", action="store_true", help="without the demo course and its people")
    return parser.parse_args(args)


def run(root: Path, args: Sequence[str]) -> int:
    """Install, prepare, serve, greet, wait. Return the exit code: 0 when stopped by Ctrl-C."""
    options = options_of(args)
    check_free(options.host, options.port)
    python = ensure(root, RUN_LOCK)
    env = site_environment(options.host, options.port, os.environ)
    with_demo = not options.no_demo and "NO_DEMO_LOGIN" not in env
    prepare = [str(python), str(root / "manage.py"), "prepare", *([] if with_demo else ["--no-demo"])]
    if subprocess.run(prepare, env=env, cwd=root, check=False).returncode:
        raise Refused("The site could not be made ready; the lines above say why. Nothing was lost.")
    server = subprocess.Popen(granian(python, options.host, options.port), env=env, cwd=root)
    worker = Worker([str(python), str(root / "manage.py"), "work"], env, root)
    try:
        wait_until_it_answers(server, options.host, options.port)
        worker.start()
        print("\n".join(greeting(root, env, with_demo=with_demo)), flush=True)
        return keep(server, worker)
    except KeyboardInterrupt:
        say("\nStopped. Everything is kept; the same command starts it again.")
        return 0
    finally:
        stop(server)
        worker.stop()


class Worker:
    """The process that imports documents beside the site; started again whenever it dies, but not in a hurry."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], root: Path, pause: float = 5.0) -> None:
        self.command, self.env, self.root, self.pause = list(command), dict(env), root, pause
        self.process: subprocess.Popen[bytes] | None = None
        self.began = 0.0

    def start(self) -> None:
        self.began = time.monotonic()
        self.process = subprocess.Popen(self.command, env=self.env, cwd=self.root)

    def start_again_if_dead(self) -> bool:
        """Whether it was dead, and is running again; it is given `pause` seconds between two starts."""
        is_dead = self.process is not None and self.process.poll() is not None
        if not is_dead or time.monotonic() - self.began < self.pause:
            return False
        self.start()
        return True

    def stop(self) -> None:
        if self.process is not None:
            stop(self.process)


def keep(server: "subprocess.Popen[bytes]", worker: Worker) -> int:
    """Wait for the server to end, and look after the worker meanwhile; the server's exit code."""
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return server.wait(timeout=1)
        worker.start_again_if_dead()


def granian(python: Path, host: str, port: int) -> list[str]:
    where = ["--host", host, "--port", str(port)]
    how = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    return [str(python), "-m", "granian", *where, *how, "--workers-kill-timeout", "5", "quizsite.wsgi:application"]


def wait_until_it_answers(server: "subprocess.Popen[bytes]", host: str, port: int) -> None:
    """Raise `Refused` when the server ends, or is silent for `PATIENCE` seconds."""
    asked = "127.0.0.1" if host in ANY_ADDRESS else host
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        line = http.client.HTTPConnection(asked, port, timeout=PATIENCE)
        with contextlib.closing(line), contextlib.suppress(OSError, http.client.HTTPException):
            line.request("HEAD", "/")
            line.getresponse()
            return
        time.sleep(0.1)
    raise Refused("The server did not start; the lines above say why.")


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End a process gently, and with force after ten seconds."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def greeting(root: Path, env: Mapping[str, str], *, with_demo: bool) -> list[str]:
    """The lines that say where the site is and whom to log in as."""
    lines = ["", f"Recollect is at {env['SITE_URL']}  (Ctrl-C stops it)"]
    people = Path(env.get("VAR_DIR") or root / "var") / "demo_people.json"
    if with_demo and people.is_file():
        known = json.loads(people.read_text(encoding="utf-8"))
        lines += ["Log in as", *login_lines(known), "or sign up as yourself."]
    elif "NO_DEMO_LOGIN" in env:
        lines.append("Others can reach this address, so the demo people cannot log in: sign up as yourself.")
    else:
        lines.append("Sign up there to begin.")
    return [*lines, ""]


def login_lines(people: Sequence[Mapping[str, str]]) -> list[str]:
    """One aligned line a person: name, password, and who that is."""
    name = max((len(person["username"]) for person in people), default=0)
    word = max((len(person["password"]) for person in people), default=0)
    return [f"  {p['username']:{name}}  password {p['password']:{word}}  {p.get('role', '')}".rstrip() for p in people]
