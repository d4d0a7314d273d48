"""Lists and a loop."""


def overfit_gap(train_accuracy, test_accuracy):
    gap, best = [], 0
    for i, (train, test) in enumerate(zip(train_accuracy, test_accuracy, strict=True)):
        gap.append(float(train) - float(test))
        if test > test_accuracy[best]:
            best = i
    return gap, best
