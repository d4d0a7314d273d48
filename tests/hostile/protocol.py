"""Hostile submissions that speak to the judge in the worker's name."""

from __future__ import annotations

from tests.hostile.attack import Attack

LINK = """
import gc, json, os, socket, struct, sys, threading, time
link = next(o for o in gc.get_objects() if isinstance(o, socket.socket) and o.fileno() >= 0)
def send(body, *buffers):
    text = json.dumps({{"body": body, "buffers": [len(b) for b in buffers]}}).encode()
    link.sendall(struct.pack(">I", len(text)) + text + b"".join(buffers))
"""


def forged(act: str) -> Attack:
    """Return an attack that speaks to the judge in the worker's name."""
    return Attack(66, (LINK, f"def act():\n    {act}"), "act()")


FORGERIES: dict[str, Attack] = {
    "garbage": forged("link.sendall(b'garbage' * 9)"),
    "huge_length": forged("link.sendall(bytes([255] * 4)); time.sleep(60)"),
    "deep_json": forged("t = b'[' * 99999; link.sendall(struct.pack('>I', len(t)) + t)"),
    "claimed_truth": forged("send({{'value': ['const', True], 'after': [['int', '1']]}})"),
    "claimed_points": forged("send({{'points': 4.0, 'ok': True, 'passed': True}})"),
    "objects": forged(
        "send({{'value': ['array', 'O', [1], 0, 'C'], 'after': [['int', '1']]}}, bytes(8))"
    ),
    "callbacks": forged("send({{'callback': 0, 'arguments': [['const', None]]}})"),
    "handles": forged("send({{'value': ['handle', 10 ** 9, True, 'f'], 'after': [1]}})"),
    "hang_up": forged("link.shutdown(2); time.sleep(60)"),
    "two_gibibytes": forged(
        "t = json.dumps({{'body': {{}}, 'buffers': [1 << 31]}}).encode()\n"
        "    link.sendall(struct.pack('>I', len(t)) + t); time.sleep(60)"
    ),
    "trickle": forged("[(link.sendall(b'\\0'), time.sleep(0.05)) for _ in range(200)]"),
    "answers_ahead": forged(
        "[send({{'value': ['int', '6'], 'after': [['int', '1']]}}) for _ in range(50)]"
    ),
    "late_replies": Attack(
        66,
        (
            LINK,
            "def again():\n    while True: time.sleep(0.01); send({{'value': ['int', '6'], "
            "'after': [['int', '1']]}})\n"
            "threading.Thread(target=again, daemon=True).start()",
        ),
    ),
    "colliding_keys": forged(
        "send({{'value': ['dict', [[['int', str(k * (2**61 - 1))], ['const', None]] "
        "for k in range(60_000)]], 'after': [['int', '1']]}})"
    ),
    "many_handles": forged(
        "send({{'value': ['list', [['handle', 1, True, 'f']] * 900_000], 'after': []}})"
    ),
}
