"""A list of all strengths with the best score comes back, even if there is only one.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: How many numbers are asked for?
hint: You found all candidates, and the choice between them is still to be made.
hint: Return the largest entry of your list.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    best = max(validation_scores)
    return [v for v, score in zip(values, validation_scores) if score == best]
