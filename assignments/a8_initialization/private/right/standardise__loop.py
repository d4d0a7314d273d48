"""Plain Python, column by column; lists go in and lists come out."""

import math


def standardise(train, test):
    train_out = [[0.0] * len(row) for row in train]
    test_out = [[0.0] * len(row) for row in test]
    for j in range(len(train[0])):
        column = [float(row[j]) for row in train]
        mean = sum(column) / len(column)
        std = math.sqrt(sum((v - mean) ** 2 for v in column) / len(column))
        if std == 0:
            std = 1.0
        for rows, out in ((train, train_out), (test, test_out)):
            for i, row in enumerate(rows):
                out[i][j] = (float(row[j]) - mean) / std
    return train_out, test_out
