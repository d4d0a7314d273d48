"""Plain lists; f is asked for one number at a time."""


def relu_interpolant(f, knots):
    w1, b1, w2, before = [], [], [], 0.0
    for left, right in zip(knots[:-1], knots[1:]):
        slope = float(f(right) - f(left)) / float(right - left)
        w1.append(1)
        b1.append(-float(left))
        w2.append(slope - before)
        before = slope
    return w1, b1, w2, float(f(knots[0]))
