"""Rules about the content. One rule, one small generator, one sentence.

A rule never prints and never stops another rule. `check` runs them all and gives what they
found, sorted, once each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sotay.checks import (
    blocks,
    facts,
    glossary,
    headings,
    hygiene,
    ids,
    institutions,
    law,
    letters,
    links,
    parity,
    safety,
    samefacts,
    shapes,
    untranslated,
)
from sotay.checks.context import Context, WordsPage, words_pages, words_pairs
from sotay.dialect import Dialect
from sotay.model import Catalog, Module
from sotay.problem import Problem, in_order

ModuleRule = Callable[[Context, Module], Iterator[Problem]]
PairRule = Callable[[Context, WordsPage, WordsPage], Iterator[Problem]]
PageRule = Callable[[Context, WordsPage], Iterator[Problem]]

MODULE_RULES: tuple[ModuleRule, ...] = (
    facts.session_time_adds_up,
    facts.breaks_follow_an_activity,
    facts.break_every_two_hours,
    facts.talk_leaves_room,
    facts.objectives_are_declared,
    facts.every_objective_has_an_activity,
    facts.handouts_are_declared,
    facts.every_handout_is_used,
    facts.prerequisites_exist,
    facts.registry_ids_exist,
    facts.source_words_exist,
    law.review_is_ahead,
    links.images_are_used,
    safety.photographs_have_consent,
)
"""Rules about one module as a whole."""

PAIR_RULES: tuple[PairRule, ...] = (
    parity.same_headings,
    parity.same_blocks,
    parity.same_forms,
    parity.same_links,
    samefacts.same_facts,
    shapes.same_shapes,
    glossary.terms_are_paired,
)
"""Rules about one page in the leading language and in another."""

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
    untranslated.no_paragraph_is_left,
    glossary.no_avoided_words,
    glossary.doubtful_words_are_looked_at,
    institutions.institutions_exist,
    law.old_references_are_marked,
    law.figures_have_a_source,
    safety.labels_are_not_retyped,
    safety.cases_name_no_place,
    safety.cases_give_no_age,
    safety.no_personal_data,
    letters.letters_are_latin,
    letters.nothing_is_hidden,
    letters.nothing_is_left_from_word,
    letters.blanks_are_single,
    letters.punctuation_has_its_blank,
    letters.tone_marks_are_in_place,
)
"""Rules about one words file."""


def check(
    catalog: Catalog, dialect: Dialect, today: date, *, release: bool = False
) -> tuple[Problem, ...]:
    """Run every rule over everything as of `today`. Returns the problems in order of place.

    With `release`, what is only a reminder in daily work (a review date that is past) is an error.
    """
    context = Context(catalog, dialect, today, release)
    found: list[Problem] = []
    for module in catalog.modules:
        for rule in MODULE_RULES:
            found += rule(context, module)
    for first, second in words_pairs(catalog):
        for pair_rule in PAIR_RULES:
            found += pair_rule(context, first, second)
    for page in words_pages(catalog):
        for page_rule in PAGE_RULES:
            found += page_rule(context, page)
    return in_order(found)
