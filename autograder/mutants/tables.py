"""Which operator, comparison and function is taken for which other one."""

from __future__ import annotations

import ast

BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
    ast.And: "and", ast.Or: "or",
}  # fmt: skip
ORDER_MATTERS = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),  # the edge, and the other side
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_PAIRS = """
    exp/log expm1/log1p sqrt/square sin/cos max/min maximum/minimum argmax/argmin sum/mean
    any/all floor/ceil zeros/ones zeros_like/ones_like add/subtract multiply/divide var/std
    greater/greater_equal less/less_equal logical_and/logical_or hstack/vstack cumsum/cumprod
"""
FUNCTIONS = {
    name: other
    for pair in _PAIRS.split()
    for name, other in (pair.split("/"), pair.split("/")[::-1])
}
SWAPPED_ARGUMENTS = {
    **dict.fromkeys(["subtract", "divide", "true_divide", "power", "dot", "matmul"], (0, 1)),
    "where": (1, 2),
}
UNWRAPPED = {"abs", "exp", "log", "sqrt", "tanh", "square"}  # f(x) -> x
WITHOUT_METHOD = {"copy", "transpose", "swapaxes"}  # x.f(...) -> x
DROPPED_KEYWORDS = {"axis", "dtype", "over", "under", "divide", "invalid"}
LAST_AXIS_BY_DEFAULT = {"argsort", "diff", "sort", "softmax", "take_along_axis"}
