"""The sessions and handouts of the sample project (see sample.py)."""

from __future__ import annotations

COOP = {
    "vi": "# Dựng chuồng {#the-coop}\n\nBuổi này đi thăm.\n\n"
    "## Đi một vòng {#walk-round}\n\nXem chuồng hàng xóm.\n",
    "en": "# The coop {#the-coop}\n\nThis session is a visit.\n\n"
    "## Walk round {#walk-round}\n\nLook at a neighbour's coop.\n",
}

SAFE_WORDS = {
    "vi/first-signs.md": """\
# Dấu hiệu đầu tiên {#first-signs}

Buổi này tập nhìn.

## Mở đầu {#opening}

Mọi người ngồi vòng tròn.

/// say | Lời chào
Chào các anh, các chị.
///

## Đọc dấu hiệu {#reading-signs}

![Căn phòng có hai cửa](../images/room.svg)

/// case | Em bé ở sân
Một em ngồi một mình.
///

/// ask
- Em đang cần gì?
///
""",
    "en/first-signs.md": """\
# First signs {#first-signs}

This session trains the eye.

## Opening {#opening}

Everyone sits in a circle.

/// say | Welcome
Welcome, everyone.
///

## Reading signs {#reading-signs}

![A room with two doors](../images/room.svg)

/// case | A child in the yard
A child sits alone.
///

/// ask
- What does the child need?
///
""",
    "vi/listening.md": """\
# Lắng nghe {#listening}

Buổi này tập nghe.

## Luyện tập {#practice}

/// handout | five-steps
///

//// trainer
Đi quanh lớp.

/// answer
Nghe trước, hỏi sau.
///
////

## Kết thúc {#closing}

Gọi [[contact:111]] khi cần.
""",
    "en/listening.md": """\
# Listening {#listening}

This session trains the ear.

## Practice {#practice}

/// handout | five-steps
///

//// trainer
Walk round the room.

/// answer
Listen first, ask later.
///
////

## Closing {#closing}

Call [[contact:111]] when needed.
""",
    "vi/handouts/five-steps.md": """\
# Năm bước {#five-steps}

Tên tôi: [[blank:20]]

/// lines | 3 | Điều tôi sẽ làm
///

/// ticks
- Tôi đã nghe. [[tick]]
///
""",
    "en/handouts/five-steps.md": """\
# Five steps {#five-steps}

My name: [[blank:20]]

/// lines | 3 | What I will do
///

/// ticks
- I listened. [[tick]]
///
""",
}
