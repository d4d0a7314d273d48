"""A loop over samples and neurons in plain Python; nested lists come back."""


def forward_columns(x, Ws, bs, activation):
    columns = []
    for sample in zip(*[list(row) for row in x]):
        h = [float(v) for v in sample]
        for k, (W, b) in enumerate(zip(Ws, bs)):
            h = [
                float(b[i][0]) + sum(float(w) * v for w, v in zip(W[i], h))
                for i in range(len(W))
            ]
            if k < len(Ws) - 1:
                h = [float(activation(z)) for z in h]
        columns.append(h)
    return [list(row) for row in zip(*columns)]
