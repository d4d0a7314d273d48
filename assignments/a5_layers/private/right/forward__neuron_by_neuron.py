"""Plain lists: each neuron by itself, the activation asked once a number."""


def forward(X, Ws, bs, activation):
    rows = []
    for sample in X:
        values = list(sample)
        for k in range(len(Ws)):
            sums = []
            for w, b in zip(Ws[k], bs[k]):
                sums.append(float(sum(wi * v for wi, v in zip(w, values)) + b))
            values = sums if k == len(Ws) - 1 else [activation(z) for z in sums]
        rows.append([float(v) for v in values])
    return rows
