"""Stand-ins for a server: the release's own client writes its request, which is caught where it would be sent."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Optional


class CapturedRequest(BaseException):
    """The body of the request that the client was about to send. No handler for errors must catch it."""

    def __init__(self, body: Optional[str]) -> None:
        super().__init__("a request was captured")
        self.body = body or ""


class FakeServer:
    """The client of a server, with the runs as the only group of calls."""

    def __init__(self, runs_client: Any) -> None:
        self.runs = runs_client(capture)


class FakeClient:
    """What the client reads of a user: an empty folder, and the path of a key with an empty public key beside it."""

    def __init__(self) -> None:
        home = Path.home()
        self.folder = str(home / "folder")
        self.ssh_identity_file = str(home / "key")
        os.makedirs(self.folder, exist_ok=True)
        (home / "key.pub").touch()


def capture(path: str, body: Optional[str] = None, **_options: Any) -> Any:
    raise CapturedRequest(body)
