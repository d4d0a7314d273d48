"""Equal validation scores are decided by the test score, so the test set has a say.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: Two validation scores are equal. Which list do you look at next?
hint: A test set that decides a tie has taken part in the choice.
hint: The values themselves decide between equals.
"""


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    return max(zip(validation_scores, test_scores, values, strict=True))[2]
