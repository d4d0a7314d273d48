"""Grouped by the word, then turned round; prints."""

groups = {
    "identity": ["temperature", "scores"],
    "sigmoid": ["rain", "tags"],
    "softmax": ["digit"],
}
output_layer = {task: word for word, tasks in groups.items() for task in tasks}
print(output_layer)
