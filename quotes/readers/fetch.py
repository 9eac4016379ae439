"""A page from the web, fetched only when somebody names its address."""

from __future__ import annotations

from typing import NamedTuple

from quotes.errors import ReadError

TIMEOUT = 20.0  # seconds
_LARGEST = 50_000_000  # bytes
_HEADERS = {
    "User-Agent": "quotes (reads one page at a person's request)",
    "Accept": "text/html,text/plain,*/*;q=0.5",
}


class Page(NamedTuple):
    """What came back: the bytes, and the address after redirections."""

    data: bytes
    url: str


def is_address(source: object) -> bool:
    """Tell whether a source is a web address and not a path."""
    return isinstance(source, str) and source.startswith(("http://", "https://"))


def fetch(url: str) -> Page:
    """Return the page at an http or https address.

    Raises ReadError when it cannot be had.
    """
    import http.client  # slow to load, and most runs fetch nothing
    import urllib.error
    import urllib.request

    try:
        request = urllib.request.Request(url, headers=_HEADERS)
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            data, more = response.read(_LARGEST), response.read(1)
            if not more and not response.length:  # what was announced and did not come
                return Page(data, response.url)
            reason = f"it has more than {_LARGEST:,} bytes" if more else "it broke off before its end"
    except urllib.error.HTTPError as error:
        error.close()
        reason = f"the server answered {error.code} {str(error.reason).partition(chr(10))[0]}"
    except (OSError, ValueError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", "") or error
        reason = str(getattr(cause, "strerror", "") or cause or type(error).__name__)
    raise ReadError(
        f"{url}: could not be fetched ({reason}); save the page from your browser and add the file"
    )
