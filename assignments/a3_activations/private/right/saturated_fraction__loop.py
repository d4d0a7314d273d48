"""A loop over all entries, however they are nested."""


def saturated_fraction(slopes, threshold=0.01):
    def entries(values):
        for value in values:
            if hasattr(value, "__len__"):
                yield from entries(value)
            else:
                yield value

    flat = list(entries(slopes))
    return sum(1 for slope in flat if slope < threshold) / len(flat)
