"""Our values as JSON's types, field by field, and back.

What was written by an older or newer version can be read: a key that is not known any more is left out, and a field
that was not there yet gets its default. The documented JSON (`docs/json.md`) is another form, for other programs.
"""

import datetime as dt
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kb.model.identity import DocumentId

T = TypeVar("T")
_PLAIN = (str, bool, int, float)


def flat(value: object) -> Any:
    """JSON's types for a value of ours; TypeError for what is none of ours."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, DocumentId):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [flat(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {entry.name: flat(getattr(value, entry.name)) for entry in fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in the log")


def revived(wanted: type[T], value: object) -> T:
    """The value that ``flat`` made this of; ValueError where it is not one."""
    try:
        return cast(T, _revived(wanted, value))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {wanted.__name__}: {error}") from error


def _revived(wanted: Any, value: object) -> Any:
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _revived(next(one for one in get_args(wanted) if one is not types.NoneType), value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("a list was expected")
        return tuple(_revived(get_args(wanted)[0], item) for item in value)
    return _of_class(wanted, value)


def _of_class(wanted: Any, value: Any) -> Any:
    if wanted is DocumentId:
        return DocumentId.parse(str(value))
    if wanted in (dt.date, dt.datetime):
        return wanted.fromisoformat(value)
    if issubclass(wanted, Enum):
        return wanted(value)
    if wanted in _PLAIN:
        return _plain(wanted, value)
    if not isinstance(value, Mapping):
        raise TypeError("an object was expected")
    types_of = _types_of(wanted)
    return wanted(**{name: _revived(types_of[name], one) for name, one in value.items() if name in types_of})


def _plain(wanted: Any, value: object) -> object:
    if wanted is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, wanted):
        raise TypeError(f"{value!r} is no {wanted.__name__}")
    return value


@cache
def _types_of(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)
