"""Decides each task by two questions about its outputs."""


def choose(between_0_and_1, add_up_to_1):
    if not between_0_and_1:
        return "identity"
    return "softmax" if add_up_to_1 else "sigmoid"


output_layer = {"temperature": choose(False, False), "rain": choose(True, False)}
output_layer["scores"] = choose(False, False)
output_layer["digit"] = choose(True, True)
output_layer["tags"] = choose(True, False)
