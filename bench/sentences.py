"""Words for measuring: what a training module might say, in both languages, sentence by sentence.

None of it is content of the project; nothing here is a fact about a law, a place or a person.
"""

from __future__ import annotations

Pair = tuple[str, str]
"""The same words in Vietnamese and in English."""

SENTENCES: tuple[Pair, ...] = (
    ("Mời mọi người ngồi thành vòng tròn để ai cũng nhìn thấy mặt nhau và nghe rõ lời người khác.",
     "Ask everyone to sit in a circle, so that all can see each other's faces and hear each other."),
    ("Mỗi nhóm chọn một người ghi chép, một người giữ thời gian và một người trình bày kết quả.",
     "Each group chooses one person to take notes, one to keep the time and one to present."),
    ("Nhóm nào xong trước thì đọc lại bài của mình và tìm thêm một ví dụ gần với nơi mình ở.",
     "A group that finishes early reads its work again and finds one more example from nearby."),
    ("Không có câu trả lời đúng duy nhất; điều quan trọng là nói được vì sao mình chọn như vậy.",
     "There is no single right answer; what matters is to say why one has chosen this way."),
    ("Người điều hành đi quanh lớp, lắng nghe, và chỉ góp ý khi nhóm thật sự cần được gỡ rối.",
     "The facilitator walks round the room, listens, and helps only where a group is really stuck."),
    ("Viết to, mỗi tấm thẻ chỉ một ý, để người ngồi ở hàng cuối cũng đọc được mà không phải đứng lên.",
     "Write in large letters, one idea on each card, so that the last row can read it from the seat."),
    ("Sau mười phút, các nhóm đổi chỗ, đọc bài của nhóm bên cạnh và dán thêm một lời góp ý.",
     "After ten minutes the groups change places, read the next group's work and add one comment."),
    ("Cả lớp cùng xếp các ý giống nhau thành cụm và đặt cho mỗi cụm một cái tên ngắn, dễ nhớ.",
     "Together the class gathers similar ideas and gives each heap a short name, easy to remember."),
    ("Khi bàn về việc khó, hãy bắt đầu từ điều đang làm tốt rồi mới nói đến điều cần thay đổi.",
     "When speaking about what is hard, begin with what works well and only then say what must change."),
    ("Ghi lại những câu hỏi chưa trả lời được lên một góc bảng và quay lại trước khi kết thúc buổi.",
     "Write open questions in a corner of the board and come back to them before the session ends."),
    ("Ai không muốn nói trước đông người thì có thể viết ra giấy và nhờ người khác đọc hộ.",
     "Whoever does not like to speak before many people may write, and ask another to read it out."),
    ("Kế hoạch tốt nói rõ ai làm, làm gì, khi nào xong và làm sao biết là đã xong.",
     "A good plan says who does what, by when, and how everyone will know that it has been done."),
    ("Hãy chia việc lớn thành những bước nhỏ mà một người có thể làm xong trong một tuần.",
     "Divide large tasks into small steps that one person can finish within a week."),
    ("Tập huấn viên đọc chậm đoạn này hai lần, sau đó để lớp im lặng một phút trước khi trao đổi.",
     "The trainer reads this passage slowly, twice, and leaves a minute of silence before talking."),
    ("Nếu lớp đông, hãy chia thành nhiều nhóm nhỏ hơn là để một nhóm có quá nhiều người ngồi nghe.",
     "With a large class it is better to make more groups than to let too many people only listen."),
    ("Mọi ý kiến đều được ghi lại bằng chính lời của người nói, không sửa thành lời của sách vở.",
     "Every contribution is written down in the speaker's own words, not in the words of a book."),
    ("Trước khi sang phần sau, mời hai người nhắc lại điều mình vừa học bằng một câu ngắn.",
     "Before the next part, invite two people to say in one short sentence what they have learnt."),
    ("Bản đồ vẽ tay không cần đẹp, chỉ cần mọi người cùng chỉ được đường đi và chỗ hay lui tới.",
     "A map drawn by hand need not be handsome; all should be able to point at paths and places."),
    ("Người tham gia so sánh hai cách làm, nêu một điểm mạnh và một điểm yếu của mỗi cách.",
     "The participants compare two ways of working and name one strength and one weakness of each."),
    ("Cuối buổi, mỗi người tự chọn một việc nhỏ sẽ làm ngay trong tuần tới và nói cho người bên cạnh.",
     "At the end everyone chooses one small thing to do next week and tells it to a neighbour."),
    ("Hãy giữ phần trình bày thật ngắn, vì người lớn học được nhiều nhất khi tự tay làm.",
     "Keep the presentation short, because adults learn most when they do things with their own hands."),
    ("Số liệu của nhóm chỉ có ý nghĩa khi mọi người hiểu giống nhau về cách đếm và cách ghi.",
     "The group's figures mean something only when all understand counting and recording alike."),
    ("Có thể thay tranh in bằng vật thật sẵn có quanh lớp như chai nước, sợi dây hoặc viên sỏi.",
     "Printed pictures may be replaced by things that are at hand: a bottle, a string or a pebble."),
    ("Người hướng dẫn cảm ơn từng nhóm và nhắc lại một điều cụ thể mà nhóm ấy đã làm được.",
     "The facilitator thanks each group and repeats one particular thing that the group has achieved."),
    ("Đặt bài của các nhóm cạnh nhau trên tường rồi đi xem như đi xem một phòng tranh.",
     "Hang the groups' work side by side on the wall and walk along it as through a gallery."),
    ("Mỗi lần đổi vai, hãy dừng lại một chút để người đóng vai bước ra khỏi nhân vật của mình.",
     "Whenever roles change, stop for a moment so that players can step out of their characters."),
    ("Lịch họp hằng tháng nên chọn vào giờ mà người bận việc nhà cũng có thể đến dự được.",
     "Monthly meetings should be at an hour when people busy at home can come as well."),
    ("Khi hai ý kiến trái nhau, hãy hỏi mỗi bên cần điều gì trước khi tìm cách dung hòa.",
     "Where two opinions clash, ask what each side needs before looking for a way to join them."),
    ("Nhóm tính thử chi phí của từng bước, kể cả công sức của những người không được trả tiền.",
     "The group works out what each step costs, including the work of people who are not paid."),
    ("Đọc lại mục tiêu ở đầu trang và tự hỏi phần nào đã rõ, phần nào cần trao đổi thêm.",
     "Read the objectives on the first page again and ask which are clear and which need more talk."),
)  # fmt: skip

TOPICS: tuple[Pair, ...] = (
    ("Khởi động và làm quen", "Opening and getting to know each other"),
    ("Nhìn lại việc đã làm", "Looking back at what was done"),
    ("Đi một vòng quan sát", "A walk with open eyes"),
    ("Vẽ bản đồ của nhóm", "Drawing the group's map"),
    ("Chọn việc làm trước", "Choosing what comes first"),
    ("Tập nói và lắng nghe", "Practising to speak and to listen"),
    ("So sánh hai cách làm", "Comparing two ways of working"),
    ("Tính công sức và chi phí", "Counting work and costs"),
    ("Lập kế hoạch từng bước", "Planning step by step"),
    ("Phân công và hẹn ngày", "Sharing the work and setting dates"),
    ("Đi xem phòng tranh", "A walk through the gallery"),
    ("Tự nhìn lại và cam kết", "Reflection and commitment"),
)

SITTINGS: tuple[Pair, ...] = (
    ("Cùng nhìn vào việc hằng ngày", "Looking together at daily work"),
    ("Chọn hướng đi của nhóm", "Choosing the group's way"),
    ("Từ kế hoạch đến việc làm", "From plan to practice"),
)

GOALS: tuple[Pair, ...] = (
    ("Mô tả được việc hằng ngày của nhóm bằng lời của mình.",
     "Describe the group's daily work in one's own words."),
    ("So sánh được hai cách làm và chọn một cách phù hợp.",
     "Compare two ways of working and choose the one that fits."),
    ("Lập được kế hoạch có người làm, có ngày xong.",
     "Make a plan that names people and dates."),
)  # fmt: skip
