"""Grows one set per region, until no neighbour is left to add."""


def count_regions(grid):
    left = {}
    for i in range(len(grid)):
        for j in range(len(grid[i])):
            left.setdefault(int(grid[i][j]), set()).add((i, j))
    n = 0
    for cells in left.values():
        while cells:
            edge = {cells.pop()}
            n += 1
            while edge:
                steps = ((0, 1), (1, 0), (0, -1), (-1, 0))
                edge = {(i + p, j + q) for i, j in edge for p, q in steps} & cells
                cells -= edge
    return n
