"""Frozen records that are made nearly as fast as others."""

from __future__ import annotations

from dataclasses import field, fields, make_dataclass
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")


def made_fast(record: type[T]) -> type[T]:
    """Let a frozen dataclass with slots be made in a third of the time; nothing else about it changes.

    A frozen dataclass sets each of its fields through `object.__setattr__`. Here a twin that is not
    frozen sets them: a record is one of the twin while it is made.

    >>> from dataclasses import dataclass
    >>> @made_fast
    ... @dataclass(frozen=True, slots=True)
    ... class Tea:
    ...     cups: int = 1
    >>> Tea(2), Tea() == Tea(cups=1)
    (Tea(cups=2), True)
    """
    made: Any = record
    like = [
        (each.name, each.type, field(default=each.default, default_factory=each.default_factory))
        for each in fields(made)
    ]
    twin: Any = make_dataclass(record.__name__, like, slots=True)
    fill, fill_frozen, thaw = twin.__init__, made.__init__, object.__setattr__

    @wraps(made.__init__)
    def init(self: Any, *args: Any, **named: Any) -> None:
        if type(self) is not record:  # a class of its own has a layout of its own
            fill_frozen(self, *args, **named)
            return
        thaw(self, "__class__", twin)
        fill(self, *args, **named)
        self.__class__ = record

    made.__init__ = init
    return record
