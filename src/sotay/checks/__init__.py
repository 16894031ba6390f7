"""Rules about the content. One rule, one small generator, one sentence.

A rule never prints and never stops another rule. `check` runs them all and gives what they
found, sorted, once each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sotay.checks import blocks, facts, headings, hygiene, ids, links, parity
from sotay.checks.context import Context, WordsPage, words_pages
from sotay.dialect import Dialect
from sotay.model import Catalog, Module
from sotay.problem import Problem, in_order

ModuleRule = Callable[[Context, Module], Iterator[Problem]]
PageRule = Callable[[Context, WordsPage], Iterator[Problem]]

MODULE_RULES: tuple[ModuleRule, ...] = (
    facts.session_time_adds_up,
    facts.breaks_follow_an_activity,
    facts.break_every_two_hours,
    facts.objectives_are_declared,
    facts.every_objective_has_an_activity,
    facts.handouts_are_declared,
    facts.every_handout_is_used,
    facts.prerequisites_exist,
    facts.registry_ids_exist,
    facts.source_words_exist,
    parity.same_headings,
    parity.same_blocks,
    parity.same_forms,
    parity.same_links,
)
"""Rules about one module as a whole."""

PAGE_RULES: tuple[PageRule, ...] = (
    headings.one_title_first,
    headings.ids_are_pinned,
    headings.ids_are_unique,
    headings.index_has_its_sections,
    headings.objectives_have_words,
    headings.activities_match,
    blocks.blocks_are_known,
    blocks.blocks_are_closed,
    blocks.blocks_have_no_options,
    blocks.lines_have_a_number,
    blocks.handout_blocks_match,
    blocks.raw_html_is_allowed,
    blocks.braces_hold_only_ids,
    blocks.code_is_closed,
    ids.forms_are_known,
    ids.references_are_declared,
    ids.no_typed_numbers,
    links.link_targets_exist,
    links.links_are_on_one_line,
    links.images_have_alt_text,
    hygiene.lists_are_lists,
    hygiene.headings_have_hashes,
)
"""Rules about one words file."""


def check(catalog: Catalog, dialect: Dialect) -> tuple[Problem, ...]:
    """Run every rule over everything. Returns the problems in order of place."""
    context = Context(catalog, dialect)
    found: list[Problem] = []
    for module in catalog.modules:
        for rule in MODULE_RULES:
            found += rule(context, module)
    for page in words_pages(catalog):
        for page_rule in PAGE_RULES:
            found += page_rule(context, page)
    return in_order(found)
