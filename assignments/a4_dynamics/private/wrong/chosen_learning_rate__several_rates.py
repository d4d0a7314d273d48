"""One number is asked for, not a list, a text or True.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: Print your answer and its type.
hint: The grader puts your answer into train, and train takes one number.
hint: Pick one of your rates, without brackets or quotes.
"""

chosen_learning_rate = [2.0, 3.0, 4.0]
