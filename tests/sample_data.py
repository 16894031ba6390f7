"""The registries and overviews of the sample project (see sample.py)."""

from __future__ import annotations

REGISTRIES = {
    "references": """\
- id: law-children-2016
  type: law
  number: 102/2016/QH13
  title: {vi: Luật Trẻ em, en: Law on Children}
  issued: "2016-04-05"
  effective: "2017-06-01"
  status: in-force
  seen: true
- id: decree-56-2017
  type: decree
  number: 56/2017/NĐ-CP
  title: {vi: hướng dẫn Luật Trẻ em, en: guiding the Law on Children}
  issued: "2017-05-09"
  status: amended
  seen: true
- id: guide-kcs
  type: guide
  title: {vi: Tiêu chuẩn an toàn, en: Safety standards}
  status: guide
  seen: true
""",
    "contacts": """\
- id: "111"
  name: {vi: Tổng đài bảo vệ trẻ em, en: Child hotline}
  phone: "111"
  kind: hotline
  scope: {vi: Cả nước, en: Nationwide}
  hours: {vi: 24/24 giờ, en: 24 hours a day}
  print_ok: true
  seen: true
- id: "113"
  name: {vi: Công an, en: Police}
  phone: "113"
  kind: hotline
  scope: {vi: Cả nước, en: Nationwide}
  print_ok: true
  seen: true
- id: "115"
  name: {vi: Cấp cứu, en: Ambulance}
  phone: "115"
  kind: hotline
  scope: {vi: Cả nước, en: Nationwide}
  print_ok: true
  seen: true
- id: commune-pc
  name: {vi: Ủy ban nhân dân xã, en: Commune office}
  kind: local
  scope: {vi: Xã, en: Commune}
  print_ok: true
  seen: true
- id: commune-police
  name: {vi: Công an xã, en: Commune police}
  kind: local
  scope: {vi: Xã, en: Commune}
  print_ok: true
  seen: true
- id: trusted-address
  name: {vi: Địa chỉ tin cậy, en: Trusted address}
  kind: local
  scope: {vi: Xã, en: Commune}
  print_ok: true
  seen: true
- id: old-line
  name: {vi: Số cũ, en: Old line}
  phone: 1800 1567
  kind: hotline
  scope: {vi: Cả nước, en: Nationwide}
  print_ok: false
  seen: true
""",
    "glossary": """\
- id: tre-em
  term: {vi: trẻ em, en: child}
  definition: {vi: Người dưới 16 tuổi., en: A person under 16.}
- id: xam-hai
  term: {vi: xâm hại, en: abuse}
  definition: {vi: Việc làm gây tổn hại., en: An act that harms.}
  avoid: {vi: [làm hại], en: []}
""",
    "materials": """\
- id: flipchart-paper
  name: {vi: giấy khổ lớn, en: flipchart paper}
  unit: {vi: tờ, en: sheet}
- id: marker
  name: {vi: bút dạ, en: marker}
  unit: {vi: chiếc, en: piece}
  reusable: true
""",
}

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>\n'

SAFE_INDEX = {
    "vi": {
        "id": "listening-first",
        "title": "Lắng nghe trước",
        "text": "Mỗi [[term:tre-em]] cần được nghe, theo [[ref:law-children-2016]].",
        "goals": "- Nêu được ba dấu hiệu.\n  {: #name-signs }\n"
        "- Lắng nghe mà không hỏi dồn.\n  {: #listen-well }\n",
        "prepare": "Đọc [buổi đầu](first-signs.md#opening).",
        "message": "Tin và báo ngay.",
    },
    "en": {
        "id": "listening-first",
        "title": "Listening first",
        "text": "Every [[term:tre-em]] needs to be heard, says [[ref:law-children-2016]].",
        "goals": "- Name three signs.\n  {: #name-signs }\n"
        "- Listen without pressing.\n  {: #listen-well }\n",
        "prepare": "Read the [first session](first-signs.md#opening).",
        "message": "Believe, and report at once.",
    },
}

HENS_INDEX = {
    "vi": {
        "id": "keeping-hens",
        "title": "Nuôi gà",
        "text": "Nuôi gà ở sân nhà.",
        "goals": "- Dựng được chuồng.\n  {: #build-coop }\n",
        "prepare": "Học [[module:listening-first]] trước.",
        "message": "Chuồng khô thì gà khỏe.",
    },
    "en": {
        "id": "keeping-hens",
        "title": "Keeping hens",
        "text": "Hens in the yard.",
        "goals": "- Build a coop.\n  {: #build-coop }\n",
        "prepare": "Take [[module:listening-first]] first.",
        "message": "A dry coop keeps hens well.",
    },
}
