"""Three loops over plain numbers."""


def l2_penalty(Ws, weight_decay):
    total = 0.0
    for W in Ws:
        for row in W:
            for w in row:
                total += float(w) ** 2
    return weight_decay * total / 2
