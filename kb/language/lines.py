"""A table kept as one text, its lines in order: a row is found by halving, in microseconds, and nothing is parsed."""


def row_of(table: str, key: str) -> str:
    """What stands after ``key`` and a tab on its line; "" where there is no such line.

    ``table`` begins and ends with a line break; its lines ("key, tab, row") stand in order of their keys.
    """
    low, high = 0, len(table) - 1
    while low < high:
        start = table.rfind("\n", low, (low + high) // 2 + 1)
        start = low if start < 0 else start
        end = table.find("\n", start + 1)
        here, _, row = table[start + 1 : end].partition("\t")
        if here == key:
            return row
        if here < key:
            low = end
        else:
            high = start
    return ""
