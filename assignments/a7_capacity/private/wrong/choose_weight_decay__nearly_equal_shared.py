"""Scores that are close count as shared, but only exactly equal ones are.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: The scores are 0.9 and 0.899. Which of the two is better?
hint: A margin is a sensible idea, but the text draws the line elsewhere.
hint: Compare with the best score itself, without any margin.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    best = max(validation_scores)
    return max(v for v, score in zip(values, validation_scores) if score >= best - 0.01)
