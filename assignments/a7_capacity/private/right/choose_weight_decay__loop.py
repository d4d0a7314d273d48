"""Remembers the best so far; the first net starts the memory."""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    best_value, best_score = values[0], validation_scores[0]
    for value, score in zip(values, validation_scores, strict=True):
        better = score > best_score
        if better or (score == best_score and value > best_value):
            best_value, best_score = value, score
    return best_value
