"""A host and a port in; whether they are free, and what the settings must know of them, out. Standard library only."""

import ipaddress
import os
import socket
from collections.abc import Mapping
from urllib.parse import urlsplit

from .bootstrap_speech import Refused

ANY_ADDRESS = {"0.0.0.0", "::"}
SOMEWHERE_ELSE = ("192.0.2.1", 9)
"""An address of no machine (RFC 5737); asking for the way there sends nothing."""


def check_free(host: str, port: int) -> None:
    """Raise `Refused` unless a server may listen on `host`:`port` (1-65535)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if os.name != "nt":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise Refused(
                f"Port {port} of {host} cannot be used ({error.strerror or error}): stop what runs there, or choose "
                f"another with --port, for example python3 manage.py run --port {another(port)}"
            ) from None
        except OverflowError:
            raise Refused(f"--port must be a number from 1 to 65535, not {port}.") from None


def another(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8001


def is_loopback(host: str) -> bool:
    """True when nobody but this machine reaches `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address_in_the_room() -> str:
    """The address under which other machines of the local network reach this one; 127.0.0.1 without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(SOMEWHERE_ELSE)
        except OSError:
            return "127.0.0.1"
        return str(way.getsockname()[0])


def site_environment(host: str, port: int, given: Mapping[str, str]) -> dict[str, str]:
    """The environment `given`, with what the settings must know about a site served on `host`:`port`."""
    named = address_in_the_room() if host in ANY_ADDRESS else host
    bracketed = f"[{named}]" if ":" in named else named
    site = given.get("SITE_URL") or f"http://{bracketed}:{port}"
    hosts = [given.get("ALLOWED_HOSTS", ""), bracketed]
    if host in ANY_ADDRESS:
        hosts.append(socket.gethostname())
    env = {**given, "DEBUG": "0", "SITE_URL": site, "ALLOWED_HOSTS": ",".join(filter(None, hosts))}
    if given.get("VAR_DIR"):
        env["VAR_DIR"] = os.path.abspath(given["VAR_DIR"])  # noqa: PTH100 - resolving links would move it
    if not (is_loopback(host) and is_loopback(urlsplit(site).hostname or "")):
        env["NO_DEMO_LOGIN"] = "1"
    return env
