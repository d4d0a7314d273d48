"""Filled in one entry at a time, with a task of one's own."""

output_layer = {}
output_layer["temperature"] = output_layer["scores"] = "identity"
output_layer["rain"] = output_layer["tags"] = "sigmoid"
output_layer["digit"] = "softmax"
output_layer["house price"] = "identity"
