"""Who may reach the page, and what do they have to know?"""

from __future__ import annotations

import ipaddress
import secrets
from socket import gethostname

from annotator.errors import UsageError

LOOPBACK = "127.0.0.1"
_ANY = ("0.0.0.0", "::")  # noqa: S104  only told from others here
TOKEN_BYTES = 24  # 192 bits: nobody guesses it, and the address still fits on a line of 80


def make_token() -> str:
    """What the address holds besides host and port."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def check_host(host: str, *, is_exposed: bool) -> None:
    """Refuses an address that other machines reach, unless that is meant.

    Raises:
        UsageError: if it is one.
    """
    if not is_loopback(host) and not is_exposed:
        hint = "forward a port with ssh -L, or add --yes-expose where the network is trusted: there is no encryption"
        raise UsageError(f"{host} can be reached from other machines", hint)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name: nobody knows where it leads
        return False


def address_of(host: str, port: int, token: str) -> str:
    """What a person opens in the browser; every address of this machine is shown as its name."""
    host = gethostname() if host in _ANY else host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{token}/"
