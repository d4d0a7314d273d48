"""What is known about each activation, and how to find one by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from math import inf
from types import MappingProxyType
from typing import Literal, TypeAlias

from numpy.typing import ArrayLike

from course_utils._arguments import look_up
from course_utils._arrays import Array
from course_utils.activations import _classic, _prelu, _rectifiers, _smooth, _vector

Side: TypeAlias = Literal["left", "right"]


@dataclass(frozen=True)
class Activation:
    """An activation function together with what is known about it.

    Parameters
    ----------
    name : str
        The word that selects it, such as ``"relu"``.
    function : callable
        Takes pre-activations of any shape, returns activations of the same shape.
    derivative : callable
        The slope of `function`, as a function of the pre-activation.
    range : tuple of two floats
        Lower and upper bound of the activations. Sigmoid, tanh, ELU and softplus only come
        near their finite bounds on paper; in rounded arithmetic they get there.
    zero_centred : bool
        Whether inputs that are symmetric about 0 give activations of mean 0.
    saturates : tuple of {"left", "right"}
        The sides on which the slope goes to 0; empty where it never does.
    alpha : float, optional
        What was chosen for the left side of ``leaky_relu`` or ``elu``.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> ACTIVATIONS["relu"].saturates
    ('left',)
    >>> ACTIVATIONS["sigmoid"].derivative(0.0)
    np.float64(0.25)
    """

    name: str
    function: Callable[..., Array] = field(repr=False)
    derivative: Callable[..., Array] = field(repr=False)
    range: tuple[float, float]
    zero_centred: bool
    saturates: tuple[Side, ...]
    alpha: float | None = None

    def __call__(self, *inputs: ArrayLike) -> Array:
        """Return the activations: of the pre-activations z alone, for all in `ACTIVATIONS`."""
        return self.function(*inputs)


class _WithAlpha(partial[Array]):
    """A function with its alpha, equal to any other one of the same, copies for example."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _WithAlpha):
            return NotImplemented
        return (self.func, self.keywords) == (other.func, other.keywords)

    def __hash__(self) -> int:
        return hash((self.func, *self.keywords.items()))


@lru_cache
def _leaky_relu(alpha: float) -> Activation:
    return Activation(
        "leaky_relu",
        _WithAlpha(_rectifiers.leaky_relu, alpha=alpha),
        _WithAlpha(_rectifiers.leaky_relu_slope, alpha=alpha),
        (-inf if alpha > 0 else 0.0, inf),
        zero_centred=alpha == 1,
        saturates=("left",) if alpha == 0 else (),
        alpha=alpha,
    )


@lru_cache
def _elu(alpha: float) -> Activation:
    return Activation(
        "elu",
        _WithAlpha(_rectifiers.elu, alpha=alpha),
        _WithAlpha(_rectifiers.elu_slope, alpha=alpha),
        (min(0.0, -alpha), inf),
        zero_centred=False,
        saturates=("left",),
        alpha=alpha,
    )


def _by_name(*entries: Activation) -> Mapping[str, Activation]:
    return MappingProxyType({entry.name: entry for entry in entries})


_BOTH: tuple[Side, Side] = ("left", "right")
_LEFT: tuple[Side] = ("left",)

# The lowest values of the smooth ones are at z = -0.75179, -0.75246 and -1.27846.
ACTIVATIONS = _by_name(
    Activation("sigmoid", _classic.sigmoid, _classic.sigmoid_slope, (0.0, 1.0), False, _BOTH),
    Activation("tanh", _classic.tanh, _classic.tanh_slope, (-1.0, 1.0), True, _BOTH),
    Activation("relu", _rectifiers.relu, _rectifiers.relu_slope, (0.0, inf), False, _LEFT),
    _leaky_relu(0.01),
    _elu(1.0),
    Activation(
        "gelu", _smooth.gelu, _smooth.gelu_slope, (-0.16997120747990366, inf), False, _LEFT
    ),
    Activation(
        "gelu_tanh",
        _smooth.gelu_tanh,
        _smooth.gelu_tanh_slope,
        (-0.17004075057125406, inf),
        False,
        _LEFT,
    ),
    Activation(
        "silu", _smooth.silu, _smooth.silu_slope, (-0.2784645427610738, inf), False, _LEFT
    ),
    Activation("softplus", _smooth.softplus, _classic.sigmoid, (0.0, inf), False, _LEFT),
    Activation("identity", _classic.identity, _classic.identity_slope, (-inf, inf), True, ()),
)

VECTOR_ACTIVATIONS = _by_name(
    Activation("prelu", _prelu.prelu, _prelu.prelu_slope, (-inf, inf), False, ()),
    Activation("maxout", _vector.maxout, _vector.maxout_slopes, (-inf, inf), False, ()),
    Activation("softmax", _vector.softmax, _vector.softmax_jacobian, (0.0, 1.0), False, _BOTH),
)

_WITH_ALPHA: Mapping[str, Callable[[float], Activation]] = {
    "leaky_relu": _leaky_relu,
    "elu": _elu,
}


def get_activation(name: str | Activation, **parameters: float) -> Activation:
    """Look up an activation by its name.

    Parameters
    ----------
    name : str or Activation
        A key of `ACTIVATIONS`; an activation itself is given back.
    **parameters : float
        ``alpha`` for ``"leaky_relu"`` and ``"elu"``; the others take none.

    Returns
    -------
    Activation
        The entry of the table, or one like it with your `alpha`.

    Raises
    ------
    TypeError
        If the activation does not take such a parameter.
    ValueError
        If there is no activation of that name, or `alpha` is NaN or infinite.

    Examples
    --------
    >>> get_activation("tanh").range
    (-1.0, 1.0)
    >>> get_activation("leaky_relu", alpha=0.5)([-2.0, 4.0])
    array([-1.,  4.])
    """
    found = name if isinstance(name, Activation) else _find(name)
    if not parameters:
        return found
    with_alpha = _WITH_ALPHA.get(name) if isinstance(name, str) else None
    if with_alpha is None or set(parameters) != {"alpha"}:
        msg = (
            f"{found.name} does not take {', '.join(sorted(parameters))}; "
            "only leaky_relu and elu have a parameter, alpha, and it goes with the name"
        )
        raise TypeError(msg)
    return with_alpha(_rectifiers.finite_alpha(parameters["alpha"]))


def _find(name: object) -> Activation:
    if isinstance(name, str) and name in VECTOR_ACTIVATIONS:
        msg = (
            f"{name!r} is not one fixed operation on one number, so it cannot be looked up; "
            f"call course_utils.activations.{name} itself"
        )
        raise ValueError(msg)
    return look_up(name, ACTIVATIONS, kind="activation")
