"""One dict, written out."""

output_layer = {
    "temperature": "identity",
    "rain": "sigmoid",
    "scores": "identity",
    "digit": "softmax",
    "tags": "sigmoid",
}
