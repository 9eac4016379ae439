"""What can go wrong, said in one line: what, where, and what to do next."""

from __future__ import annotations


class QuotesError(Exception):
    """The base of every error that the project raises on purpose; its text is for people."""


class ReadError(QuotesError):
    """An article could not be read: missing, not text, damaged, or not permitted."""


class StorageError(QuotesError):
    """The database folder could not be read or written; nothing in it was changed."""


class NotFoundError(QuotesError):
    """Nothing in the library has this id."""


class QueryError(QuotesError):
    """A question that cannot be asked: a wrong date, an id that is too short or not unique."""
