"""How the command line names the states of a section."""

from __future__ import annotations

from sotay.problem import Message

STATES = {
    "in-step": Message("khớp", "in step"),
    "behind": Message("{languages} chưa cập nhật", "{languages} is behind"),
    "diverged": Message("{languages} đã lệch nhau", "{languages} have diverged"),
    "missing": Message("{languages} chưa có mục này", "{languages} lacks this section"),
    "unconfirmed": Message("chưa ai xác nhận", "never confirmed"),
}
"""`languages` are those that owe something."""
