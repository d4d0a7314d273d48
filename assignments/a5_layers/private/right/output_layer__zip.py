"""Two lists zipped."""

tasks = ["temperature", "rain", "scores", "digit", "tags"]
words = ["identity", "sigmoid", "identity", "softmax", "sigmoid"]
output_layer = dict(zip(tasks, words))
