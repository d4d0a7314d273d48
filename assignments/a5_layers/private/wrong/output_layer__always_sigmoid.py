"""Sigmoid for everything, as in the lecture's last line.

fails: output_layer
points: 0
section: Output layer
hint: Which numbers can a sigmoid never give?
hint: The lecture's last line is right for one probability only.
hint: Ask of each task: any number or a probability, and do the outputs have to share a total of 1?
"""

output_layer = {
    "temperature": "sigmoid",
    "rain": "sigmoid",
    "scores": "sigmoid",
    "digit": "sigmoid",
    "tags": "sigmoid",
}
