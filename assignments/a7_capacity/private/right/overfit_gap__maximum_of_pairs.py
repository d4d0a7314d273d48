"""The largest pair of accuracy and minus its place; the index as a float."""


def overfit_gap(train_accuracy, test_accuracy):
    pairs = list(zip(train_accuracy, test_accuracy, strict=True))
    _, minus_place = max((test, -i) for i, (_, test) in enumerate(pairs))
    return tuple(train - test for train, test in pairs), float(-minus_place)
