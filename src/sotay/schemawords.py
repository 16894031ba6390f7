"""What the keys of the YAML files mean, as an editor shows it while somebody writes."""

from __future__ import annotations

from sotay.problem import Message

FILES = {
    "module": Message("Dữ kiện của một học phần", "Facts of one module"),
    "references": Message(
        "Căn cứ: văn bản, hướng dẫn, số liệu", "References: laws, guides, figures"
    ),
    "contacts": Message("Số điện thoại và nơi trợ giúp", "Numbers to call and places of help"),
    "glossary": Message("Thuật ngữ", "Glossary"),
    "materials": Message("Vật liệu dùng trong phòng học", "Things needed in the room"),
    "handbooks": Message("Những sổ tay được in", "Handbooks to be printed"),
    "lock": Message(
        "Các bản dịch đã đối chiếu; do sotay confirm ghi",
        "Translations that were compared; written by sotay confirm",
    ),
    "words": Message("Chữ giao diện của một ngôn ngữ", "Interface words of one language"),
}
"""By the name of the schema."""

KEYS = {
    "id": Message("Mã: chữ thường không dấu, số, gạch ngang", "Id: lower case, digits, hyphens"),
    "order": Message("Thứ tự trong chuyên đề", "Place within the track"),
    "source": Message("Nguồn (cho người biên tập)", "Source (for editors)"),
    "ModuleShape.source": Message("Ngôn ngữ viết trước", "The language that leads"),
    "version": Message("Phiên bản, dạng 2026.11", "Version, such as 2026.11"),
    "audiences": Message("Ai học", "Who learns"),
    "level": Message("1 cơ bản, 2 có kinh nghiệm, 3 nâng cao", "1 basic, 2 practised, 3 advanced"),
    "sensitive": Message(
        "true: lời báo trước và hộp gọi trợ giúp ở mọi trang",
        "true: a warning first and numbers to call last, on every page",
    ),
    "group": Message("Số người", "Numbers of people"),
    "best": Message("Số người tốt nhất", "Best number of people"),
    "small": Message("Số người của một nhóm nhỏ", "People in one small group"),
    "min": Message("Ít nhất", "Least"),
    "plan": Message("Dự kiến", "Planned"),
    "max": Message("Nhiều nhất", "Most"),
    "requires": Message("Mã các học phần cần học trước", "Ids of modules to take first"),
    "objectives": Message("Mã các mục tiêu", "Ids of the objectives"),
    "reviewed": Message("Ngày đọc lại gần nhất", "Day of the last review"),
    "review_by": Message("Hạn đọc lại", "Day by which to review again"),
    "references": Message("Mã trong data/references.yml", "Ids of data/references.yml"),
    "contacts": Message("Mã trong data/contacts.yml", "Ids of data/contacts.yml"),
    "handouts": Message("Tài liệu phát tay", "Handouts"),
    "sessions": Message("Các buổi học, theo thứ tự", "The sessions in order"),
    "minutes": Message("Số phút; buổi học: đúng bằng tổng", "Minutes; of a session: the exact sum"),
    "ActivityShape.minutes": Message(
        "Số phút: một số, hoặc {min, plan, max}", "Minutes: one number, or {min, plan, max}"
    ),
    "activities": Message("Các hoạt động, theo thứ tự", "The activities in order"),
    "breaks": Message("Giờ nghỉ", "Breaks"),
    "after": Message("Nghỉ sau hoạt động này", "The break comes after this activity"),
    "method": Message("Phương pháp", "Method"),
    "need": Message("core bắt buộc, optional có thể bỏ", "core, or optional"),
    "materials": Message("Vật liệu cần", "Materials needed"),
    "quantity": Message("Số lượng", "How many"),
    "per": Message("Cho mỗi người, nhóm hay cả phòng", "Per person, group or room"),
    "vi": Message("Bằng tiếng Việt", "In Vietnamese"),
    "en": Message("Bằng tiếng Anh", "In English"),
    "type": Message("Loại văn bản hoặc nguồn", "Kind of document"),
    "number": Message("Số hiệu; bỏ trống nếu chưa chắc", "Number; empty when not confirmed"),
    "title": Message("Tên", "Title"),
    "issued": Message("Ngày ban hành", "Day of issue"),
    "effective": Message("Ngày có hiệu lực", "Day it takes effect"),
    "status": Message("Tình trạng hiệu lực", "Whether it is in force"),
    "status_note": Message("Lời chú về hiệu lực", "Note on its status"),
    "replaced_by": Message("Mã văn bản thay thế", "Id of what replaces it"),
    "seen": Message("Người biên tập đã thấy bản gốc", "An editor has seen the original"),
    "note": Message("Ghi chú cho người biên tập, không in", "Note for editors, never printed"),
    "name": Message("Tên gọi", "Name"),
    "phone": Message("Số điện thoại; nơi ở địa phương bỏ trống", "Number; empty for local places"),
    "kind": Message("hotline đường dây, local địa phương", "hotline or local"),
    "scope": Message("Giúp việc gì", "What it helps with"),
    "hours": Message("Giờ làm việc", "Hours"),
    "charge_warning": Message("Cuộc gọi có thể mất tiền", "The call may be charged"),
    "print_ok": Message("Được phép in", "May be printed"),
    "term": Message("Thuật ngữ", "Term"),
    "variants": Message("Cách gọi khác được chấp nhận", "Other accepted forms"),
    "definition": Message("Nghĩa", "Meaning"),
    "avoid": Message("Từ cần tránh ở mọi chỗ", "Words to avoid everywhere"),
    "avoid_if": Message("Từ cần tránh khi có điều kiện", "Words to avoid under a condition"),
    "word": Message("Từ", "Word"),
    "common": Message(
        "Cũng là từ thường ngày: bản dịch không bắt buộc dùng thuật ngữ",
        "Also an everyday word: the other language need not use the term",
    ),
    "condition": Message("Khi nào thì tránh", "When to avoid it"),
    "unit": Message("Đơn vị đếm", "Unit"),
    "reusable": Message("Dùng lại được", "Can be used again"),
    "SelectionShape.scope": Message("Một học phần hay cả chuyên đề", "One module or a whole track"),
    "audience": Message("Cho tập huấn viên hay người tham gia", "For trainers or participants"),
    "languages": Message("Chỉ những ngôn ngữ này", "Only these languages"),
    "tracks": Message("Chỉ những chuyên đề này", "Only these tracks"),
    "modules": Message("Chỉ những học phần này", "Only these modules"),
}
"""By key, or by shape and key where a key means two things."""
