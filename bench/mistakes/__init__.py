"""Kinds of mistakes that editors make, each made at random in the real modules."""

from mistakes import facts, figures, letters, markup, wording

KINDS = (*facts.KINDS, *figures.KINDS, *markup.KINDS, *wording.KINDS, *letters.KINDS)
"""Every kind, in the order of the report."""
