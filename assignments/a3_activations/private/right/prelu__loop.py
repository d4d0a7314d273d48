"""Two loops and a list of lists."""


def prelu(z, alpha):
    result = []
    for sample in z:
        row = []
        for j, entry in enumerate(sample):
            row.append(float(entry) if entry > 0 else float(alpha[j] * entry))
        result.append(row)
    return result
