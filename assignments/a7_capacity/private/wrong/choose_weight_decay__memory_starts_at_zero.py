"""The best score so far starts at 0, so no negative score ever beats it.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: What do you return if all scores are below zero?
hint: A score that is minus a loss is never above zero.
hint: Start with the first net, or with a number below all scores.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    best_score, best_value = 0.0, 0.0
    for score, value in zip(validation_scores, values, strict=True):
        if (score, value) > (best_score, best_value):
            best_score, best_value = score, value
    return best_value
