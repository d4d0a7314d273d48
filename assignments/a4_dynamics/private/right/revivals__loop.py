"""Plain Python, unit by unit."""


def revivals(dead_history):
    count = 0
    for unit in zip(*dead_history):
        for before, after in zip(unit, unit[1:]):
            if before and not after:
                count += 1
    return count
