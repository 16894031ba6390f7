"""Folding of Vietnamese words, and one search index per language."""

from __future__ import annotations

import json
import unicodedata

import pytest

from sotay import search

LANGUAGES = ("vi", "en")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bình đẳng giới", "binh dang gioi"),
        ("BÌNH ĐẲNG GIỚI", "binh dang gioi"),
        ("Đường dây nóng 111", "duong day nong 111"),
        ("ưu ơ ă â ê ô", "uu o a a e o"),
        ("102/2016/QH13", "102/2016/qh13"),
        ("", ""),
    ],
)
def test_fold_takes_marks_and_case_away(text: str, folded: str) -> None:
    """Folded words are what people type without a Vietnamese keyboard."""
    assert search.fold(text) == folded


def test_fold_reads_decomposed_text_alike() -> None:
    """The same word folds alike whether its marks are typed with it or after it."""
    apart = unicodedata.normalize("NFD", "Đào tạo")
    assert search.fold(apart) == search.fold("Đào tạo") == "dao tao"


def test_line_breaks_keep_words_apart() -> None:
    """Two words on two lines do not become one word of the index."""
    assert search.apart("<p>giới<br>Ban<br />hành</p>") == "<p>giới<br> Ban<br /> hành</p>"


def whole_index() -> str:
    docs = [
        {"location": "index.html", "title": "Trang đầu", "text": ""},
        {"location": "a/b.html#phan", "title": "Phần", "text": "Bình đẳng"},
        {"location": "enough.html", "title": "Đủ", "text": ""},
        {"location": "en/index.html", "title": "Home", "text": ""},
        {"location": "en/a/b.html#phan", "title": "Part", "text": "Equality"},
        {"location": "en/a/c.html", "title": "Chưa dịch", "text": "Tiếng Việt"},
    ]
    return json.dumps({"config": {"lang": ["vi"], "separator": " "}, "docs": docs})


def test_split_index_gives_each_language_its_pages() -> None:
    """Every index holds its own pages, named from the root of its language, and its language."""
    parts = {
        code: json.loads(text)
        for code, text in search.split_index(whole_index(), LANGUAGES, {"en/a/c.html"}).items()
    }
    assert {code: part["config"]["lang"] for code, part in parts.items()} == {
        "vi": ["vi"],
        "en": ["en"],
    }
    assert {code: [doc["location"] for doc in part["docs"]] for code, part in parts.items()} == {
        "vi": ["index.html", "a/b.html#phan", "enough.html"],
        "en": ["index.html", "a/b.html#phan"],
    }


def test_split_index_keeps_the_words_and_settings() -> None:
    """Titles, texts and the other settings are those of the whole index."""
    part = json.loads(search.split_index(whole_index(), LANGUAGES)["vi"])
    assert part["config"]["separator"] == " "
    assert part["docs"][1] == {"location": "a/b.html#phan", "title": "Phần", "text": "Bình đẳng"}


def test_index_path() -> None:
    """The default language's index lies at the root, the others' in their folder."""
    assert [search.index_path(code, LANGUAGES) for code in LANGUAGES] == [
        "search/search_index.json",
        "en/search/search_index.json",
    ]


def page(base: str) -> str:
    settings = json.dumps({"base": base, "features": [], "note": "1 \u003c 2"})
    settings = settings.replace("<", "\\u003c")
    return f'<p>x</p><script id="__config" type="application/json">{settings}</script><p>y</p>'


@pytest.mark.parametrize(
    ("url", "base", "pointed"),
    [
        ("en/index.html", "..", "."),
        ("en/a/index.html", "../..", ".."),
        ("en/a/b/c.html", "../../..", "../.."),
        ("index.html", ".", "."),
        ("a/b/c.html", "../..", "../.."),
    ],
)
def test_point_search_stays_within_the_language(url: str, base: str, pointed: str) -> None:
    """A page of a language folder searches that folder; the rest of the page is unchanged."""
    before, after = page(base), search.point_search(page(base), url, LANGUAGES)
    settings = after.partition('"application/json">')[2].partition("</script>")[0]
    assert json.loads(settings) == {"base": pointed, "features": [], "note": "1 < 2"}
    assert "<" not in settings
    assert after.startswith("<p>x</p><script") and after.endswith("</script><p>y</p>")
    assert after == before or url.startswith("en/")


def test_point_search_leaves_a_page_without_settings() -> None:
    """The page for lost readers has no search of its own."""
    assert search.point_search("<p>x</p>", "en/x.html", LANGUAGES) == "<p>x</p>"
