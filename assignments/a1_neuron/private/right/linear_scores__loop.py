"""Two loops over plain lists; the shapes are checked by hand."""


def linear_scores(W, x):
    scores = []
    for row in W:
        if len(row) != len(x):
            raise ValueError(f"a row of W has {len(row)} weights but x has {len(x)} rows")
        total = 0.0
        for j in range(len(row)):
            total += row[j] * x[j][0]
        scores.append([total])
    return scores
