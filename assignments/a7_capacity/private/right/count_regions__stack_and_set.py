"""A list of cells to look at, and a set of those left."""


def count_regions(grid):
    labels = {(i, j): int(v) for i, row in enumerate(grid) for j, v in enumerate(row)}
    seen = set()
    n = 0
    for start in labels:
        if start in seen:
            continue
        n += 1
        seen.add(start)
        todo = [start]
        while todo:
            i, j = todo.pop()
            for near in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if near not in seen and labels.get(near) == labels[start]:
                    seen.add(near)
                    todo.append(near)
    return n
