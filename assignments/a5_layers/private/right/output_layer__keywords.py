"""Made with keywords, in another order."""

output_layer = dict(
    tags="sigmoid", digit="softmax", scores="identity", rain="sigmoid", temperature="identity"
)
