"""One point at a time, with one number for f and g."""


def sup_error(f, g, interval, n=10001):
    low, high = interval
    worst = 0.0
    for i in range(n):
        x = low + (high - low) * i / (n - 1)
        worst = max(worst, abs(float(f(x)) - float(g(x))))
    return worst
