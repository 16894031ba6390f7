"""Kinds of mistakes that editors make, each made at random in the real modules."""

from mistakes import facts, figures, letters, limits, markup, wording

KINDS = (*facts.KINDS, *figures.KINDS, *markup.KINDS, *wording.KINDS, *letters.KINDS)
"""Every kind that must be told, in the order of the report."""
LIMITS = limits.KINDS
"""Kinds that no rule claims to tell."""
