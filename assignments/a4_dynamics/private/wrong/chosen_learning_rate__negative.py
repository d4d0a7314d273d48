"""A rate that is not above 0, or above 1000, is outside what the experiment takes.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: In which direction does a step with your rate go?
hint: The experiment takes rates above 0 and up to 1000.
hint: Begin with 0.1 and multiply.
"""

chosen_learning_rate = -4.0
