"""The code uses W ** 2 directly, which stops with an error when W is a list.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: Try it on plain lists: which error do you get?
hint: A list of lists can't be squared; an array can.
hint: np.asarray turns lists into arrays and leaves arrays as they are.
"""


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum((W**2).sum() for W in Ws)
